import { decodeTextFile } from '../../../compiler/story/decodeTextFile';
import { describeFileType } from '../../../compiler/story/describeFileType';
import { maxOf } from '../../../core/maxOf';
import { UNPRINTABLE } from '../../../core/richText';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { CodeOrigin } from '../schema/source';
import { partOf, type Report } from './partOf';

/** More lines, or longer ones, are not read on a stage, and each is in the page. */
const MAX_LINES = 2000;
const MAX_LINE_LENGTH = 2000;

/** A part of a larger file is not taken either: a talk shows code that somebody wrote. */
const MAX_FILE_BYTES = 5_000_000;

/** Code, and the number of its first line. */
export interface Source {
  readonly text: string;
  readonly first: number;
  /** Whether it is from a file, which is shown as it is. */
  readonly isFile: boolean;
}

/** Returns the code of a file of the editor or of a version. Reports what is missing. */
export async function readSource(origin: CodeOrigin, path: ScenePath, context: CompileContext): Promise<Source | undefined> {
  const report: Report = (field, found, expected, suggestion) => {
    context.report({ path: [...path, field], found, expected, suggestion });
    return undefined;
  };
  const { file } = origin;
  const isFile = file !== undefined;
  const all = isFile ? await readLines(file, path, context, report) : [origin.text ?? ''].flat();
  const part = all && (isFile ? partOf(all, origin, report) : { lines: all, first: 1 });
  if (!part) return undefined;
  const { lines, first } = part;
  const field = isFile ? 'file' : 'text';
  if (lines.length > MAX_LINES) {
    const remedy = isFile ? '; `region` or `lines` name the part that is shown' : '';
    return report(field, `${lines.length} lines`, `at most ${MAX_LINES}${remedy}`);
  }
  const longest = maxOf(
    lines.map(({ length }) => length),
    0,
  );
  if (longest > MAX_LINE_LENGTH) {
    const line = first + lines.findIndex(({ length }) => length === longest);
    return report(field, `${longest} characters in line ${line}`, `at most ${MAX_LINE_LENGTH} in a line; is this what a tool has written?`);
  }
  const text = lines.join('\n');
  if (isFile) context.addText({ text, file, firstLine: first, path: [...path, 'file'] });
  return { text, first, isFile };
}

async function readLines(name: string, path: ScenePath, { readFile }: CompileContext, report: Report): Promise<string[] | undefined> {
  const bytes = await readFile(name, [...path, 'file']);
  if (!bytes) return undefined;
  const expected = 'a file with code, in UTF-8';
  if (bytes.length > MAX_FILE_BYTES)
    return report('file', `${name} of ${(bytes.length / 1e6).toFixed(1)} MB`, `a file with code of at most ${MAX_FILE_BYTES / 1e6} MB`);
  const type = describeFileType(bytes);
  // Web pages and drawings in SVG are code.
  if (type !== undefined && bytes.includes(0)) return report('file', `${name}, which is ${type}`, expected);
  const decoded = decodeTextFile(bytes);
  if ('problem' in decoded) return report('file', `${decoded.problem} at ${name}:${decoded.line}:${decoded.column}`, expected);
  const text = decoded.text.replaceAll(/\r\n?/gu, '\n').normalize('NFC');
  const unprintable = UNPRINTABLE.exec(text.replaceAll(/[\n\t]/gu, ' '));
  if (!unprintable) return text.replace(/\n$/u, '').split('\n');
  const code = unprintable[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const before = text.slice(0, unprintable.index).split('\n');
  const place = `${name}:${before.length}:${before.at(-1)!.length + 1}`;
  return report(
    'file',
    `the character U+${code} at ${place}`,
    'code without control characters and marks that change the direction of text',
  );
}

/** Returns the lines of a file that may not be there, without reporting anything. */
export async function linesIfThere(name: string, { readFile }: CompileContext): Promise<string[] | undefined> {
  const bytes = await readFile(name);
  const decoded = bytes && bytes.length <= MAX_FILE_BYTES ? decodeTextFile(bytes) : undefined;
  return decoded && 'text' in decoded ? decoded.text.normalize('NFC').split(/\r\n?|\n/u) : undefined;
}
