import { z } from 'zod';
import { pageFields, sceneFields } from '../../schema/scene';
import { line, words } from '../../schema/text';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('cognito'),
    ...pageFields,
    logo: words.describe('An emoji or a letter.'),
    name: words.describe('The application that asks to sign in.'),
    tagline: line.describe('The line below the name.'),
    pill: z.strictObject({ mark: words.describe('Before the words, for example "● AWS".'), text: words.describe('The words in the pill.') }).describe('The small sign beside the name.'),
    fields: z.array(z.strictObject({ label: words.describe('Above the field.'), placeholder: line.describe('Grey words in the empty field.') })).describe('Fields that look real and do nothing.'),
    submit: words.describe('The button that stays grey.'),
    divider: words.describe('Between the two ways in, for example "or".'),
    sso: z.strictObject({ icon: words.describe('A letter or an emoji.'), label: words.describe('The words on the button.') }).describe('The button that works.'),
    hint: words.describe('The pointer above the button that works.'),
    foot: z.array(line).describe('Small lines below the card.'),
  })
  .describe('A sign-in page in the manner of Amazon Cognito’s hosted UI.');

export type CognitoSource = z.output<typeof schema>;
