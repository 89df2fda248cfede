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
    tagline: line,
    pill: z.strictObject({ mark: words.describe('Before the words, for example "● AWS".'), text: words }),
    fields: z.array(z.strictObject({ label: words, placeholder: line })).describe('Fields that look real and do nothing.'),
    submit: words.describe('The button that stays grey.'),
    divider: words,
    sso: z.strictObject({ icon: words, label: words }).describe('The button that works.'),
    hint: words.describe('The pointer above the button that works.'),
    foot: z.array(line),
  })
  .describe('A sign-in page in the manner of Amazon Cognito’s hosted UI.');

export type CognitoSource = z.output<typeof schema>;
