import { closestMatch } from '../../../compiler/story/closestMatch';
import { UNPRINTABLE } from '../../../core/richText';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { CodeOrigin } from '../schema/source';

/** Nobody reads more lines on a stage, and each is in the page. */
const MAX_LINES = 2000;

const REGION = /#region\s+(.*?)\s*(?:\*\/|-->)?\s*$/u;
const END_REGION = /#endregion\b/u;

/** Code, and the number of its first line. */
export interface Source {
  readonly text: string;
  readonly first: number;
  /** Whether it is from a file, which is shown as it is. */
  readonly isFile: boolean;
}

/** Returns the code of a file of the editor or of a version. Reports what is missing. */
export async function readSource(origin: CodeOrigin, path: ScenePath, context: CompileContext): Promise<Source | undefined> {
  if (origin.file === undefined) return { text: [origin.text ?? ''].flat().join('\n'), first: 1, isFile: false };
  const bytes = await context.readFile(origin.file, [...path, 'file']);
  if (!bytes) return undefined;
  const report = (field: string, found: string, expected: string, suggestion?: string): undefined => {
    context.report({ path: [...path, field], found, expected, suggestion });
  };
  const text = decode(bytes);
  if (text === undefined) return report('file', `${origin.file}, which is not text in UTF-8`, 'a file with code');
  const unprintable = UNPRINTABLE.exec(text.replaceAll(/[\n\t]/gu, ' '));
  if (unprintable) {
    const code = unprintable[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const line = text.slice(0, unprintable.index).split('\n').length;
    return report('file', `${origin.file}, whose line ${line} has the character U+${code}`, 'code without control characters');
  }
  const all = text.replace(/\n$/u, '').split('\n');
  const part = partOf(all, origin, report);
  if (!part) return undefined;
  if (part.lines.length <= MAX_LINES) return { text: part.lines.join('\n'), first: part.first, isFile: true };
  return report('file', `${part.lines.length} lines`, `at most ${MAX_LINES}; \`region\` or \`lines\` name the part that is shown`);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/gu, '\n').normalize('NFC');
  } catch {
    return undefined;
  }
}

type Report = (field: string, found: string, expected: string, suggestion?: string) => undefined;

function partOf(
  all: readonly string[],
  { file, region, lines }: CodeOrigin,
  report: Report,
): { lines: string[]; first: number } | undefined {
  if (region !== undefined) return regionOf(all, file!, region, report);
  if (lines === undefined) return { lines: [...all], first: 1 };
  const [from = 0, to = from] = lines.split('-').map(Number);
  if (from < 1 || to > all.length || from > to)
    return report('lines', `lines ${lines}`, `lines from 1 to ${all.length}, which ${file} has`);
  return { lines: withoutIndent(all.slice(from - 1, to)), first: from };
}

/** Returns the lines of a region without the marks of regions in it. */
function regionOf(all: readonly string[], file: string, name: string, report: Report): { lines: string[]; first: number } | undefined {
  const start = all.findIndex((line) => REGION.exec(line)?.[1] === name);
  if (start < 0) {
    const names = all.flatMap((line) => REGION.exec(line)?.[1] ?? []);
    const known = names.length === 0 ? 'it has none' : `it has ${names.map((each) => JSON.stringify(each)).join(', ')}`;
    return report('region', `the region ${JSON.stringify(name)}`, `a region of ${file}; ${known}`, closestMatch(name, names));
  }
  let depth = 1;
  let end = start + 1;
  for (; end < all.length; end += 1) {
    if (REGION.test(all[end]!)) depth += 1;
    else if (END_REGION.test(all[end]!)) depth -= 1;
    if (depth === 0) break;
  }
  if (depth > 0) return report('region', `the region ${JSON.stringify(name)} without an end`, `a line with #endregion below it in ${file}`);
  const inside = all.slice(start + 1, end).filter((line) => !REGION.test(line) && !END_REGION.test(line));
  return { lines: withoutIndent(inside), first: start + 2 };
}

function withoutIndent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/u.exec(line)![0]);
  const common = indents.reduce((a, b) => a.slice(0, commonLength(a, b)), indents[0] ?? '');
  return lines.map((line) => line.slice(Math.min(common.length, /^\s*/u.exec(line)![0].length)));
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
