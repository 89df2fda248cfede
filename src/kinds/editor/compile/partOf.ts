import { closestMatch } from '../../../core/closestMatch';
import { lineNumbers } from '../schema/source';
import type { CodeOrigin } from '../schema/source';

/** Reports what is wrong with a field of the source. */
export type Report = (field: 'text' | 'file' | 'region' | 'lines', found: string, expected: string, suggestion?: string) => undefined;

/** Comments that begin and end a region, as editors fold them: `// #region name`, `# region name`, `#pragma region name`. */
const REGION = /#(?:pragma\s+|\s*)region\s+(.*?)\s*(?:\*\/|-->|\*\))?\s*$/u;
const END_REGION = /#(?:pragma\s+|\s*)endregion\b\s*(.*?)\s*(?:\*\/|-->|\*\))?\s*$/u;

interface Part {
  readonly lines: readonly string[];
  /** The number of the first line in the file. */
  readonly first: number;
}

/** Returns the lines of a file that `region` or `lines` name, without their common indent; all without these. Reports a missing part. */
export function partOf(all: readonly string[], { file = '', region, lines }: CodeOrigin, report: Report): Part | undefined {
  if (region !== undefined) return regionOf(all, file, region, report);
  if (lines === undefined) return { lines: all, first: 1 };
  const [from, to] = lineNumbers(lines);
  if (from > to) return report('lines', `lines ${lines}`, `the smaller number first: "${to}-${from}"`);
  if (from < 1 || to > all.length) return report('lines', `lines ${lines}`, `lines from 1 to ${all.length}, which ${file} has`);
  return { lines: withoutIndent(all.slice(from - 1, to)), first: from };
}

/** Returns the lines of a region without the marks of regions in it. */
function regionOf(all: readonly string[], file: string, name: string, report: Report): Part | undefined {
  const found = `the region ${JSON.stringify(name)}`;
  const names = all.flatMap((line) => REGION.exec(line)?.[1] ?? []);
  const starts = all.flatMap((line, at) => (REGION.exec(line)?.[1] === name ? [at] : []));
  const [start] = starts;
  if (start === undefined) {
    const known = names.length === 0 ? 'it has none' : `it has ${names.map((each) => JSON.stringify(each)).join(', ')}`;
    return report('region', found, `a region of ${file}; ${known}`, closestMatch(name, names));
  }
  if (starts.length > 1)
    return report(
      'region',
      `${found} ${starts.length} times, at ${starts.map((at) => `${file}:${at + 1}`).join(', ')}`,
      'a name that is there once',
    );
  const open = [name];
  let end = start + 1;
  for (; end < all.length; end += 1) {
    const begun = REGION.exec(all[end]!)?.[1];
    const ended = END_REGION.exec(all[end]!)?.[1];
    if (begun !== undefined) open.push(begun);
    if (ended !== undefined) {
      // A name after the end says which region ends, where one is written.
      if (ended !== '' && names.includes(ended) && ended !== open.at(-1))
        return report(
          'region',
          `the end of ${JSON.stringify(ended)} at ${file}:${end + 1}`,
          `the end of ${JSON.stringify(open.at(-1))} before it`,
        );
      open.pop();
    }
    if (open.length === 0) break;
  }
  if (open.length > 0)
    return report('region', `${found}, which begins at ${file}:${start + 1} and has no end`, 'a line with #endregion below it');
  const inside = all.slice(start + 1, end).filter((line) => !REGION.test(line) && !END_REGION.test(line));
  if (inside.every((line) => line.trim() === ''))
    return report('region', `${found} at ${file}:${start + 1}, which is empty`, 'a region with code');
  return { lines: withoutIndent(inside), first: start + 2 };
}

/** Returns lines without the indent that all of them have. */
export function withoutIndent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/u.exec(line)![0]);
  const common = indents.reduce((a, b) => a.slice(0, commonLength(a, b)), indents[0] ?? '');
  return lines.map((line) => line.slice(Math.min(common.length, /^\s*/u.exec(line)![0].length)));
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
