import { z } from 'zod';
import { line, role } from './text';

/** Fields of a piece of code. Give `json` (any JSON value, laid out for you) or `text` (your own lines). */
export const codeFields = {
  label: line.optional().describe('What the code is, shown on its frame; for example "// params".'),
  json: z.json().optional().describe('Any JSON value; it is laid out and coloured. Give this or `text`.'),
  text: z.union([line, z.array(line)]).optional().describe('The code, a line or a list of lines. Give this or `json`.'),
  lang: z.string().default('jsonc').describe('Language of `text`, by its shiki name. Default: "jsonc".'),
  mark: z
    .array(z.strictObject({ text: line.describe('Exactly the words to mark.'), role }))
    .optional()
    .describe('Words in the code that take another role, for example a leaked key in "error".'),
};

/** Exactly one of `json` and `text`. */
export function hasOneSource(code: { json?: unknown; text?: unknown }): boolean {
  return (code.json === undefined) !== (code.text === undefined);
}
export const ONE_SOURCE = 'exactly one of "json" (a value) and "text" (lines)';

export const code = z.strictObject(codeFields).refine(hasOneSource, ONE_SOURCE);

/** A piece of code as an author writes it. */
export type CodeSource = z.output<typeof code>;
