import { z } from 'zod';
import { colourSchema, hrefSchema, idSchema, nonEmptyLine, schemaReference, singleLine, variableNameSchema } from './text';

const milliseconds = (initial: number, description: string) =>
  z
    .number()
    .min(0)
    .max(5_000)
    .default(initial)
    .meta({ description, unit: 'milliseconds', examples: [initial] });

const timing = z
  .strictObject({
    key: milliseconds(42, 'Average time between two typed keys.'),
    word: milliseconds(46, 'Time between two streamed words.'),
    line: milliseconds(34, 'Time between two lines of output.'),
    pause: milliseconds(260, 'Time before each block.'),
    seed: z
      .number()
      .int()
      .min(0)
      .default(1)
      .meta({ description: 'Varies the typing rhythm; the same seed types the same way every time.', unit: 'none', examples: [7] }),
  })
  .meta({ description: 'The rhythm of the terminal.', otherwise: 'the defaults of its fields', examples: [{ key: 60, pause: 400 }] });

/** The rhythm of a story that sets none. */
export const defaultTiming = timing.parse({});

const variable = z
  .strictObject({
    value: singleLine.meta({
      description: 'The words. May refer to other variables.',
      examples: ['ann@example.com', 'http://localhost:{{port}}/callback'],
    }),
    open: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether the address may give another value, as in `?user=ben`.', examples: [true] }),
    description: z
      .string()
      .optional()
      .meta({ description: 'What it is, for whoever edits the story.', examples: ['Who signs in.'] }),
  })
  .meta({
    id: 'variable',
    title: 'Variable',
    description: 'Words defined once and used wherever {{the name}} stands.',
    examples: [{ value: 'ann@example.com', open: true }],
  });

const theme = z
  .strictObject({
    accent: colourSchema.meta({
      description:
        'The colour of what stands out: the bar beside new output, the pointer, the closing words. As #rrggbb; shades of it ' +
        'that can be read are worked out.',
      examples: ['#12b886'],
    }),
    accentLight: colourSchema
      .optional()
      .meta({ description: 'The same in the light theme, as #rrggbb.', otherwise: '`accent`, darkened as needed', examples: ['#087f5b'] }),
  })
  .meta({ description: 'The story’s own colours.', otherwise: 'pink, as in the demo', examples: [{ accent: '#12b886' }] });

const link = z
  .strictObject({ text: nonEmptyLine.meta({ description: 'The words of the link.', examples: ['slides'] }), href: hrefSchema })
  .meta({
    id: 'link',
    title: 'Link',
    description: 'Words that lead to an address.',
    examples: [{ text: 'slides', href: 'https://example.com/slides' }],
  });

export const storySchema = z
  .strictObject({
    $schema: schemaReference('../scenes/story.schema.json'),
    id: idSchema.meta({
      description: 'Names this story among others on the same site. Small letters, digits and hyphens.',
      examples: ['my-talk'],
    }),
    lang: z
      .string()
      .default('en')
      .meta({ description: 'Language of the story, by its code, as in `<html lang>`.', examples: ['en', 'zh-Hant'] }),
    direction: z
      .enum(['ltr', 'rtl'])
      .optional()
      .meta({
        description:
          'Whether the story reads from left to right or from right to left: its pages, its bars and, line by line, its terminal.',
        enumDescriptions: ['Left to right.', 'Right to left.'],
        otherwise: 'the direction of the script `lang` is written in',
        examples: ['rtl'],
      }),
    title: nonEmptyLine.meta({ description: 'Title of the page.', examples: ['Weather for agents'] }),
    description: nonEmptyLine.meta({
      description: 'One sentence for search engines and shared links.',
      examples: ['An agent asks for the weather and signs in on the way.'],
    }),
    site: z
      .string()
      .regex(/^https?:\/\/\S+$/u, 'a whole address, such as "https://example.com/demo/"')
      .optional()
      .meta({
        description: 'Where the page will be, for search engines and shared links.',
        otherwise: 'the address the build is given as SITE_URL, or none',
        examples: ['https://example.com/demo/'],
      }),
    status: z
      .strictObject({
        scene: singleLine
          .default('Scene {n} / {of}')
          .meta({ description: 'Where we are; {n} and {of} are filled in.', examples: ['Part {n} of {of}'] }),
        detour: singleLine
          .default('Detour')
          .meta({ description: 'Shown in its place on a detour, beside the progress of the detour.', examples: ['Aside'] }),
        topic: singleLine.meta({ description: 'What the demo is about.', examples: ['Weather MCP | OAuth'] }),
        hint: singleLine.meta({ description: 'How to go on.', examples: ['← p / n → · Space / Click'] }),
        end: singleLine.meta({ description: 'Shown in place of the hint on the last stop.', examples: ['Thank you! ← p to go back'] }),
      })
      .meta({
        description: 'The bar below the stage.',
        examples: [{ topic: 'Weather MCP | OAuth', hint: '← p / n → · Space / Click', end: 'Thank you! ← p to go back' }],
      }),
    footer: z
      .array(z.union([singleLine, link]))
      .meta({
        description: 'The last line of the page: texts and links.',
        examples: [['Made with care — ', { text: 'slides', href: 'https://example.com/slides' }]],
      }),
    theme: theme.optional(),
    showKeys: z
      .boolean()
      .optional()
      .meta({
        description: 'Shows the keys that are pressed, below the stage: those of steps, and the input that recordings have.',
        default: false,
        examples: [true],
      }),
    variables: z
      .record(variableNameSchema, variable)
      .default({})
      .meta({
        description: 'Words defined once and used in many places as {{name}}; \\{{name}} stands for itself.',
        otherwise: 'none',
        examples: [{ user: { value: 'ann@example.com', open: true } }],
      }),
    timing: timing.prefault({}),
    scenes: z
      .array(z.string())
      .min(1)
      .meta({ description: 'The scene files, in the order they play.', examples: [['terminal.json', 'comparison.json']] }),
    wire: z
      .string()
      .optional()
      .meta({ description: 'The file that tells what crosses between the parties at each stop.', examples: ['wire.json'] }),
  })
  .meta({
    description: 'The file that holds a story together: its title, the texts around the stage, and the order of the scenes.',
    examples: [
      {
        id: 'my-talk',
        title: 'Weather for agents',
        description: 'An agent asks for the weather and signs in on the way.',
        status: { topic: 'Weather MCP | OAuth', hint: '← p / n → · Space / Click', end: 'Thank you! ← p to go back' },
        footer: ['Made with Understudy'],
        scenes: ['terminal.json'],
      },
    ],
  });

export type StorySource = z.output<typeof storySchema>;
