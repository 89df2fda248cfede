import { z } from 'zod';
import { pageFields, sceneFields } from '../../schema/scene';
import { line, words } from '../../schema/text';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('sso'),
    ...pageFields,
    logo: words.describe('An emoji or a letter.'),
    name: words.describe('The company.'),
    tagline: line,
    pill: words,
    note: line.describe('Where one is signing in to.'),
    fields: z
      .array(z.strictObject({ label: words, value: line, secret: z.boolean().optional().describe('Shown as dots. Default: false.') }))
      .describe('Filled-in fields.'),
    remember: words.describe('The ticked box.'),
    forgot: words.describe('The link that does nothing.'),
    submit: words.describe('The button that works.'),
    hint: words.describe('The pointer above the button that works.'),
    foot: line,
  })
  .describe('A company’s single sign-on page.');

export type SsoSource = z.output<typeof schema>;
