import { z } from 'zod';
import { lineWithTabs, nonEmptyLine, roleSchema, singleLine } from './text';

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

const tab = z
  .strictObject({
    name: nonEmptyLine.meta({ description: 'What stands on the tab.', examples: ['server.ts'] }),
    json: codeFields.json,
    text: codeFields.text,
    lang: z
      .string()
      .optional()
      .meta({ description: codeFields.lang.meta()?.description, otherwise: 'that of the code', examples: ['ts'] }),
    mark: codeFields.mark,
  })
  .meta({
    id: 'codeTab',
    title: 'Tab of code',
    description: 'A piece of code with a name. Only the one that is shown needs code.',
    rule: 'At most one of `json` and `text`.',
    examples: [{ name: 'server.ts', lang: 'ts', text: ['listen(8080);'] }],
  });

/** Fields of code that may be several named pieces, of which one is shown. */
export const tabbedCodeFields = {
  ...codeFields,
  tabs: z
    .array(z.union([nonEmptyLine, tab]))
    .min(1)
    .optional()
    .meta({
      description: 'Several pieces of code, of which one is shown below their names: for each its name alone, or its name and code.',
      examples: [[{ name: 'server.ts', text: ['listen(8080);'] }, 'client.ts']],
    }),
  show: nonEmptyLine
    .optional()
    .meta({ description: 'The name of the tab that is shown.', otherwise: 'the first tab with code', examples: ['server.ts'] }),
};

/** Whether exactly one of `json`, `text` and `tabs` is given. */
export function hasOneSource(code: { json?: unknown; text?: unknown; tabs?: unknown }): boolean {
  return [code.json, code.text, code.tabs].filter((source) => source !== undefined).length === 1;
}
export const ONE_SOURCE_MESSAGE = 'exactly one of "json" (a value) and "text" (lines)';

/** Reports code without exactly one source, and `show` without `tabs`. */
export function checkTabbedCode(
  code: { json?: unknown; text?: unknown; tabs?: unknown; show?: unknown },
  context: { addIssue(issue: { code: 'custom'; path: PropertyKey[]; message: string }): void },
): void {
  const report = (path: PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path, message });
  if (!hasOneSource(code)) report([], 'exactly one of "json" (a value), "text" (lines) and "tabs" (several pieces)');
  if (code.show !== undefined && code.tabs === undefined) report(['show'], '"tabs" beside it');
}

/** Code in one piece. */
export const plainCodeSchema = z
  .strictObject(codeFields)
  .refine(hasOneSource, ONE_SOURCE_MESSAGE)
  .meta({
    id: 'body',
    title: 'Body',
    description: 'What a message carries, coloured by its grammar.',
    rule: 'Exactly one of `json` and `text`.',
    examples: [{ json: { method: 'initialize' } }],
  });

export const codeSchema = z
  .strictObject(tabbedCodeFields)
  .superRefine(checkTabbedCode)
  .meta({
    id: 'code',
    title: 'Code',
    description: 'Code, coloured by its grammar.',
    rule: 'Exactly one of `json`, `text` and `tabs`; with `text` goes `lang`.',
    examples: [{ label: '// greet.js', lang: 'js', text: ['console.log("Hello!");'] }],
  });

export type CodeSource = z.output<typeof codeSchema>;
