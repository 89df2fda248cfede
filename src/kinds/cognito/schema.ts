import { z } from 'zod';
import type { CompiledSource } from '../../core/story';
import { pageFields, sceneFields } from '../../schema/scene';
import { singleLine, nonEmptyLine } from '../../schema/text';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('cognito'),
    ...pageFields,
    logo: nonEmptyLine.meta({ description: 'An emoji or a letter.', examples: ['⛅'] }),
    name: nonEmptyLine.meta({ description: 'The application that asks to sign in.', examples: ['Weather MCP'] }),
    tagline: singleLine.optional().meta({ description: 'The line below the name.', otherwise: 'left out', examples: ['Sign in to go on'] }),
    pill: z
      .strictObject({
        mark: nonEmptyLine.meta({ description: 'The sign before the words.', examples: ['● AWS'] }),
        text: nonEmptyLine.meta({ description: 'The words in the pill.', examples: ['Amazon Cognito'] }),
      })
      .optional()
      .meta({
        description: 'The small sign beside the name.',
        otherwise: 'left out',
        examples: [{ mark: '● AWS', text: 'Amazon Cognito' }],
      }),
    fields: z
      .array(
        z.strictObject({
          label: nonEmptyLine.meta({ description: 'Above the field.', examples: ['Email'] }),
          placeholder: singleLine.meta({ description: 'Grey words in the empty field.', examples: ['name@example.com'] }),
        }),
      )
      .meta({ description: 'Fields that look real and do nothing.', examples: [[{ label: 'Email', placeholder: 'name@example.com' }]] }),
    submit: nonEmptyLine.meta({ description: 'The button that stays grey.', examples: ['Sign in'] }),
    divider: nonEmptyLine.optional().meta({ description: 'Between the two ways in.', otherwise: 'left out', examples: ['or'] }),
    sso: z
      .strictObject({
        icon: nonEmptyLine.meta({ description: 'A letter or an emoji.', examples: ['E'] }),
        label: nonEmptyLine.meta({ description: 'The words on the button.', examples: ['Continue with Example Corp'] }),
      })
      .meta({ description: 'The button that works.', examples: [{ icon: 'E', label: 'Continue with Example Corp' }] }),
    hint: nonEmptyLine
      .optional()
      .meta({ description: 'The pointer above the button that works.', otherwise: 'left out', examples: ['Click here ↓'] }),
    foot: z.array(singleLine).meta({ description: 'Small lines below the card.', examples: [['Privacy · Terms']] }),
  })
  .meta({
    description: 'A sign-in page in the manner of Amazon Cognito’s hosted UI.',
    examples: [
      {
        kind: 'cognito',
        id: 'cognito',
        title: 'The sign-in page',
        address: 'login.example.com/authorize?client_id=weather&redirect_uri=http://localhost:8976/callback',
        logo: '⛅',
        name: 'Weather MCP',
        tagline: 'Sign in to go on',
        pill: { mark: '● AWS', text: 'Amazon Cognito' },
        fields: [
          { label: 'Email', placeholder: 'name@example.com' },
          { label: 'Password', placeholder: 'Your password' },
        ],
        submit: 'Sign in',
        divider: 'or',
        sso: { icon: 'E', label: 'Continue with Example Corp' },
        hint: 'Click “Continue with Example Corp” ↓',
        foot: ['Privacy · Terms'],
        steps: [{ title: 'The sign-in page', notes: { say: 'Nobody has a password here.', point: 'The coloured button.' } }],
      },
    ],
  });

export type CognitoScene = CompiledSource<z.output<typeof schema>>;
