import { z } from 'zod';
import { href, line, words } from './text';

const ms = (initial: number, text: string) => z.number().min(0).max(5_000).default(initial).describe(`${text} Milliseconds. Default: ${initial}.`);

const timing = z
  .strictObject({
    key: ms(42, 'Average time between two typed keys.'),
    word: ms(46, 'Time between two streamed words.'),
    line: ms(34, 'Time between two lines of output.'),
    pause: ms(260, 'Time before each block.'),
    seed: z.number().int().min(0).default(1).describe('Varies the typing rhythm; the same seed types the same way every time. Default: 1.'),
  })
  .describe('The rhythm of the terminal.');

const variable = z
  .strictObject({
    value: line.describe('The words. May refer to other variables: "http://localhost:{{port}}/callback".'),
    open: z.boolean().default(false).describe('Whether the address may give another value, as in ?user=ann. Default: false.'),
    description: z.string().optional().describe('What it is, for whoever edits the story. Default: none.'),
  })
  .describe('A word defined once and used wherever {{its name}} stands.');

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/iu, 'a colour as #rrggbb')
  .transform((text) => text.toLowerCase());

const theme = z
  .strictObject({
    accent: colour.describe('The colour of what stands out: the bar beside new output, the pointer, the closing words. As #rrggbb; shades of it that can be read are worked out.').meta({ examples: ['#12b886'] }),
    accentLight: colour.optional().describe('The same in the light theme, as #rrggbb. Default: `accent`, darkened as needed.').meta({ examples: ['#087f5b'] }),
  })
  .describe('The story’s own colours. Default: pink, as in the demo.');

export const story = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds this schema.'),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens that starts with a letter')
    .describe('Names this story among others on the same site.'),
  lang: z.string().default('en').describe('Language of the story, as in <html lang>. Default: "en".'),
  title: words.describe('Title of the page.'),
  description: words.describe('One sentence for search engines and shared links.'),
  status: z
    .strictObject({
      scene: line.default('Scene {n} / {of}').describe('Where we are; {n} and {of} are filled in. Default: "Scene {n} / {of}".'),
      topic: line.describe('What the demo is about.'),
      hint: line.describe('How to go on.'),
      end: line.describe('Shown in place of the hint on the last stop.'),
    })
    .describe('The bar below the stage.'),
  footer: z
    .array(z.union([line, z.strictObject({ text: words.describe('The words of the link.'), href })]))
    .describe('The last line of the page: strings and links.'),
  theme: theme.optional(),
  variables: z
    .record(z.string().regex(/^[A-Za-z][\w-]*$/u, 'a name of letters, digits, hyphens and underscores that starts with a letter'), variable)
    .default({})
    .describe('Words defined once and used in many places as {{name}}; \\{{name}} stands for itself. Default: none.'),
  timing: timing.prefault({}),
  scenes: z.array(z.string()).min(1).describe('The scene files, in the order they play.'),
});

/** A story file as validated. */
export type StorySource = z.output<typeof story>;
