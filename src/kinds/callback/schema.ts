import { z } from 'zod';
import { pageFields, sceneFields } from '../../schema/scene';
import { line, words } from '../../schema/text';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('callback'),
    ...pageFields,
    mark: words.describe('The sign in the circle.'),
    heading: words.describe('What happened, in large type.'),
    tagline: line.describe('The line below the heading.'),
    rows: z
      .array(
        z
          .strictObject({
            label: words.describe('What the row tells, for example "User".'),
            value: line.optional().describe('A text. Give this or `tags`.'),
            tags: z.array(words).min(1).optional().describe('Short words, each in a tag of its own. Give this or `value`.'),
          })
          .refine((row) => (row.value === undefined) !== (row.tags === undefined), 'exactly one of "value" (text) and "tags" (a list)'),
      )
      .min(1)
      .describe('The table, row by row.'),
    done: line.describe('The line below the table.'),
  })
  .describe('The page that says the sign-in worked.');

export type CallbackSource = z.output<typeof schema>;
