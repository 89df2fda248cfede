import type { Version } from './files';
import { matchItems } from './matchItems';
import type { Lines } from './places';
import { lineText, type Unit } from './tokens';

/** A row of a pane: a line of the shown version, or one that a diff shows as removed. */
export interface SourceRow {
  readonly units: readonly Unit[];
  /** The line of the shown version, from 0; undefined for a removed one. */
  readonly line?: number;
  readonly number: number;
  readonly sign?: '+' | '-' | 'folded';
}

/** Returns the rows that show a version: all lines, with those that its last change removed, without those that are folded. */
export function rowsOf(version: Version, isDiff: boolean, folds: readonly Lines[]): readonly SourceRow[] {
  const rows = isDiff && version.before ? diffRows(version.before, version) : version.lines.map((_, line) => rowOf(version, line));
  let isHidden = false;
  return rows.flatMap((row) => {
    if (row.line !== undefined) isHidden = folds.some(([from, to]) => row.line! > from && row.line! <= to);
    if (isHidden) return [];
    const isFolded = folds.some(([from, to]) => row.line === from && to > from);
    return [isFolded ? { ...row, sign: 'folded' as const } : row];
  });
}

function rowOf({ lines, first }: Version, line: number): SourceRow {
  return { units: lines[line]!, line, number: first + line };
}

function diffRows(before: Version, after: Version): readonly SourceRow[] {
  const matches = matchItems(before.lines.map(lineText), after.lines.map(lineText));
  const rows: SourceRow[] = [];
  let from = 0;
  const remove = (end: number): void => {
    for (; from < end; from += 1) rows.push({ units: before.lines[from]!, number: before.first + from, sign: '-' });
  };
  after.lines.forEach((_, line) => {
    const match = matches[line]!;
    if (match >= 0) {
      remove(match);
      from = match + 1;
      rows.push(rowOf(after, line));
      return;
    }
    // What was removed stands above what was added in its place.
    const next = matches.find((each, at) => at > line && each >= 0);
    remove(next ?? before.lines.length);
    rows.push({ ...rowOf(after, line), sign: '+' });
  });
  remove(before.lines.length);
  return rows;
}
