import { z } from 'zod';
import type { CompiledSource } from '../../core/story';
import { contrastRatio } from '../../core/colour';
import { pageFields, sceneFields } from '../../schema/scene';
import { colourSchema, singleLine, nonEmptyLine } from '../../schema/text';

/** WCAG AA for text. */
const AA_CONTRAST = 4.5;

const look = z
  .strictObject({
    layout: z
      .enum(['card', 'split'])
      .default('card')
      .meta({
        description: 'A card in the middle of the page, or the page in two halves.',
        enumDescriptions: ['A card in the middle of the page.', 'The page in two halves, the brand on the right.'],
        examples: ['split'],
      }),
    brand: colourSchema
      .superRefine((value, context) => {
        const ratio = contrastRatio(value, '#ffffff');
        if (ratio < AA_CONTRAST)
          context.addIssue({
            code: 'custom',
            message:
              `a darker colour: the contrast of white words on ${value} is ${ratio.toFixed(2)}, and at least ` +
              `${AA_CONTRAST} can be read`,
          });
      })
      .optional()
      .meta({
        description: 'Colour of the brand’s side and of what can be pressed, as #rrggbb, dark enough for white words.',
        otherwise: 'plum, with blue controls',
        examples: ['#0b4f6c'],
      }),
  })
  .meta({
    description: 'What sets this provider’s page apart from another’s.',
    otherwise: 'a card in plum and blue',
    examples: [{ layout: 'split', brand: '#0b4f6c' }],
  });

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('sso'),
    ...pageFields,
    look: look.prefault({}),
    logo: nonEmptyLine.meta({ description: 'An emoji or a letter.', examples: ['🏢'] }),
    name: nonEmptyLine.meta({ description: 'The company.', examples: ['Example Corp'] }),
    tagline: singleLine
      .optional()
      .meta({ description: 'The line below the company.', otherwise: 'left out', examples: ['One sign-in for everything'] }),
    pill: nonEmptyLine.optional().meta({ description: 'The small sign below.', otherwise: 'left out', examples: ['SAML 2.0'] }),
    note: singleLine
      .optional()
      .meta({ description: 'Where one is signing in to.', otherwise: 'left out', examples: ['Signing in to: weather.example.com'] }),
    fields: z
      .array(
        z
          .strictObject({
            label: nonEmptyLine.meta({ description: 'Above the field.', examples: ['Username'] }),
            value: singleLine.meta({ description: 'What is filled in.', examples: ['ann@example.com'] }),
            secret: z
              .boolean()
              .optional()
              .meta({ description: 'Shown as dots; the value itself never reaches the page.', default: false, examples: [true] }),
          })
          .overwrite((field) => (field.secret ? { ...field, value: '•'.repeat(field.value.length) } : field)),
      )
      .meta({ description: 'Filled-in fields.', examples: [[{ label: 'Username', value: 'ann@example.com' }]] }),
    remember: nonEmptyLine.optional().meta({ description: 'The ticked box.', otherwise: 'left out', examples: ['Remember this device'] }),
    forgot: nonEmptyLine
      .optional()
      .meta({ description: 'The link that does nothing.', otherwise: 'left out', examples: ['Forgot password?'] }),
    submit: nonEmptyLine.meta({ description: 'The button that works.', examples: ['Sign in'] }),
    hint: nonEmptyLine
      .optional()
      .meta({ description: 'The pointer above the button that works.', otherwise: 'left out', examples: ['Click “Sign in” ↓'] }),
    foot: singleLine
      .optional()
      .meta({ description: 'The last line of the card.', otherwise: 'left out', examples: ['Secured by Example Identity'] }),
  })
  .meta({
    description: 'A company’s single sign-on page.',
    examples: [
      {
        kind: 'sso',
        id: 'sso',
        title: 'The company’s own sign-in',
        address: 'sso.example.com/app/weather/saml',
        logo: '🏢',
        name: 'Example Corp',
        tagline: 'One sign-in for everything',
        pill: 'SAML 2.0',
        note: 'Signing in to: weather.example.com',
        fields: [
          { label: 'Username', value: 'ann@example.com' },
          { label: 'Password', value: 'open-sesame', secret: true },
        ],
        remember: 'Remember this device',
        forgot: 'Forgot password?',
        submit: 'Sign in',
        hint: 'Click “Sign in” ↓',
        foot: 'Secured by Example Identity',
        leave: { text: 'Signing you in...', ms: 1500 },
        steps: [{ title: 'The company’s own sign-in', notes: { say: 'The page I see every morning.', point: 'The address bar.' } }],
      },
    ],
  });

export type SsoScene = CompiledSource<z.output<typeof schema>>;
