import { z } from 'zod';
import { pageFields, sceneFields } from '../../schema/scene';
import { line, words } from '../../schema/text';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('callback'),
    ...pageFields,
    mark: words.describe('The sign in the circle.'),
    heading: words,
    tagline: line,
    rows: z
      .array(
        z
          .strictObject({ label: words, value: line.optional(), tags: z.array(words).min(1).optional() })
          .refine((row) => (row.value === undefined) !== (row.tags === undefined), 'exactly one of "value" (text) and "tags" (a list)'),
      )
      .min(1),
    done: line.describe('The line below the table.'),
  })
  .describe('The page that says the sign-in worked.');

export type CallbackSource = z.output<typeof schema>;
