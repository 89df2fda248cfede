import { z } from 'zod';
import { pageFields, sceneFields } from '../../schema/scene';
import { line, words } from '../../schema/text';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('sso'),
    ...pageFields,
    logo: words.meta({ description: 'An emoji or a letter.', examples: ['🏢'] }),
    name: words.meta({ description: 'The company.', examples: ['Example Corp'] }),
    tagline: line.meta({ description: 'The line below the company.', examples: ['One sign-in for everything'] }),
    pill: words.meta({ description: 'The small sign below.', examples: ['SAML 2.0'] }),
    note: line.meta({ description: 'Where one is signing in to.', examples: ['Signing in to: weather.example.com'] }),
    fields: z
      .array(
        z.strictObject({
          label: words.meta({ description: 'Above the field.', examples: ['Username'] }),
          value: line.meta({ description: 'What is filled in.', examples: ['ann@example.com'] }),
          secret: z.boolean().optional().meta({ description: 'Shown as dots.', default: false, examples: [true] }),
        }),
      )
      .meta({ description: 'Filled-in fields.', examples: [[{ label: 'Username', value: 'ann@example.com' }]] }),
    remember: words.meta({ description: 'The ticked box.', examples: ['Remember this device'] }),
    forgot: words.meta({ description: 'The link that does nothing.', examples: ['Forgot password?'] }),
    submit: words.meta({ description: 'The button that works.', examples: ['Sign in'] }),
    hint: words.meta({ description: 'The pointer above the button that works.', examples: ['Click “Sign in” ↓'] }),
    foot: line.meta({ description: 'The last line of the card.', examples: ['Secured by Example Identity'] }),
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
          { label: 'Password', value: 'not shown', secret: true },
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

export type SsoSource = z.output<typeof schema>;
