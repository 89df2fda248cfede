import { z } from 'zod';
import { lineWithTabs, nonEmptyLine } from '../../../schema/text';

/** Lines by their numbers, such as `7` and `"3-5"`. */
export const linesPattern = /^\d{1,5}(?:-\d{1,5})?$/u;

export const lineRange = z.string().regex(linesPattern, 'the numbers of lines, such as "3-5"');

/** Returns the first and the last line that a text such as `7` or `"3-5"` names. */
export function lineNumbers(text: string): readonly [from: number, to: number] {
  const [from = 0, to = from] = text.split('-').map(Number);
  return [from, to];
}

const text = z
  .union([lineWithTabs, z.array(lineWithTabs)])
  .meta({ description: 'The code: a line, or a list of lines.', examples: [['const port = 8080;', 'listen(port);']] });

/** Fields that say where code comes from. */
export const sourceFields = {
  text: text.optional().meta({ ...text.meta(), otherwise: '`file` has the code' }),
  file: nonEmptyLine
    .optional()
    .meta({
      description: 'A file beside this one that has the code, so that the talk shows what compiles.',
      otherwise: '`text` has the code',
      examples: ['src/pay.ts'],
    }),
  region: nonEmptyLine
    .optional()
    .meta({
      description: 'The part of `file` between comments with `#region` and this name, and with `#endregion`, as editors fold them.',
      otherwise: 'the whole file',
      examples: ['total'],
    }),
  lines: lineRange
    .optional()
    .meta({ description: 'The part of `file` with these lines.', otherwise: 'the whole file', examples: ['12-40'] }),
};

interface SourceFields {
  readonly text?: unknown;
  readonly file?: unknown;
  readonly region?: unknown;
  readonly lines?: unknown;
}

type Issues = z.core.$RefinementCtx<unknown>;

/** Reports parts of a file that is not there, and two parts at once. */
export function checkFilePart({ file, region, lines }: SourceFields, context: Issues): void {
  for (const [name, value] of Object.entries({ region, lines }))
    if (value !== undefined && file === undefined) context.addIssue({ code: 'custom', path: [name], message: '"file" beside it' });
  if (region !== undefined && lines !== undefined)
    context.addIssue({ code: 'custom', path: ['lines'], message: 'one of "region" and "lines"' });
}

const file = z
  .strictObject({
    name: nonEmptyLine.meta({ description: 'Its path in the project, as in the tree.', examples: ['src/pay.ts'] }),
    ...sourceFields,
    lang: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: 'The language, by the name the highlighter shiki has for it.',
        otherwise: 'by the end of the name',
        examples: ['python'],
      }),
  })
  .superRefine((value, context) => {
    if ((value.text === undefined) === (value.file === undefined))
      context.addIssue({ code: 'custom', path: [], message: 'exactly one of "text" and "file"' });
    checkFilePart(value, context);
  })
  .meta({
    id: 'editorFile',
    title: 'File of an editor',
    description: 'A file that can be opened.',
    rule: 'Exactly one of `text` and `file`, a file beside the scene.',
    examples: [{ name: 'src/pay.ts', file: 'src/pay.ts', region: 'total' }],
  });

export const filesSchema = z
  .array(z.union([nonEmptyLine, file]))
  .min(1)
  .max(200)
  .meta({
    description: 'The files of the project. A name alone is in the tree, and cannot be opened.',
    examples: [[{ name: 'src/pay.ts', text: ['pay();'] }, 'README.md']],
  });

export type FileSource = Exclude<z.output<typeof filesSchema>[number], string>;
export type CodeOrigin = Pick<FileSource, 'text' | 'file' | 'region' | 'lines'>;
