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
    tagline: line.describe('The line below the company.'),
    pill: words.describe('The small sign below, for example "SAML 2.0".'),
    note: line.describe('Where one is signing in to.'),
    fields: z
      .array(z.strictObject({ label: words.describe('Above the field.'), value: line.describe('What is filled in.'), secret: z.boolean().optional().describe('Shown as dots. Default: false.') }))
      .describe('Filled-in fields.'),
    remember: words.describe('The ticked box.'),
    forgot: words.describe('The link that does nothing.'),
    submit: words.describe('The button that works.'),
    hint: words.describe('The pointer above the button that works.'),
    foot: line.describe('The last line of the card.'),
  })
  .describe('A company’s single sign-on page.');

export type SsoSource = z.output<typeof schema>;
