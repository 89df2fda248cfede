import { z } from 'zod';
import { singleLine, lineWithTabs, roleSchema } from './text';

/** Fields of a piece of code: either `json` (a JSON value, which the build formats) or `text` (lines of code). */
export const codeFields = {
  label: singleLine.optional().meta({ description: 'What the code is, shown on its frame.', examples: ['// params'] }),
  json: z
    .unknown()
    .optional()
    .meta({ description: 'Any JSON value; it is laid out and coloured. Give this or `text`.', examples: [{ query: 'weather' }] }),
  text: z
    .union([lineWithTabs, z.array(lineWithTabs)])
    .optional()
    .meta({
      description:
        'The code: a line, or a list of lines; a tab leads to the next of the stops that come every 4 columns. Give this or `json`.',
      examples: [['const port = 8080;', 'listen(port);']],
    }),
  lang: z
    .string()
    .default('jsonc')
    .meta({ description: 'The language of `text`, by the name the highlighter shiki has for it.', examples: ['python', 'diff'] }),
  mark: z
    .array(
      z.strictObject({
        text: lineWithTabs.meta({ description: 'Exactly the words to mark, wherever they stand on a line.', examples: ['sk-live-1234'] }),
        role: roleSchema.meta({ description: 'What they mean, which gives them their colour.', examples: ['error'] }),
      }),
    )
    .optional()
    .meta({
      description: 'Words in the code that take another role: a leaked key in "error", for example.',
      examples: [[{ text: 'sk-live-1234', role: 'error' }]],
    }),
};

/** Whether exactly one of `json` and `text` is given. */
export function hasOneSource(code: { json?: unknown; text?: unknown }): boolean {
  return (code.json === undefined) !== (code.text === undefined);
}
export const ONE_SOURCE_MESSAGE = 'exactly one of "json" (a value) and "text" (lines)';

export const codeSchema = z
  .strictObject(codeFields)
  .refine(hasOneSource, ONE_SOURCE_MESSAGE)
  .meta({
    id: 'code',
    title: 'Code',
    description: 'Code, coloured by its grammar.',
    examples: [{ label: '// greet.js', lang: 'js', text: ['console.log("Hello!");'] }],
  });

export type CodeSource = z.output<typeof codeSchema>;
