import { maxOf } from '../../../core/maxOf';
import type { SlideContent } from '../scene';
import { MAX_NARROW_COLUMNS } from '../steps';
import { lineCount, longestWord, wordsOf, type Word } from './textWidth';
import { largestType, MIN_TYPE, RESERVE, type Box } from './typeSize';

/** Must agree with slide.css: padding of cells in em, the type of the head, and the distance of lines. */
const CELL = { inline: 1, block: 0.88, head: 0.72, leading: 1.3 } as const;

type Table = NonNullable<SlideContent['table']>;

/** Returns the largest type, at most `max`, in which a table fits its box. */
export function fitTable({ head, rows }: Table, box: Box, max: number, isNarrow: boolean): number {
  const cells = rows.map((row) => row.map(wordsOf));
  const columns = head ?? rows[0] ?? [];
  if (isNarrow && columns.length > MAX_NARROW_COLUMNS) {
    const lines = cells.length * (columns.length + 0.6);
    return largestType(max, (size) => lines * size * 1.4 <= box.height);
  }
  const all = [...(head ? [head.map(wordsOf)] : []), ...cells];
  return largestType(max, (size) => {
    const widths = columnWidths(all, box.width / (size * RESERVE));
    const keepsWords = all.every((row) => row.every((cell, column) => longestWord(cell) <= (widths[column] ?? 0)));
    const height = all.reduce((sum, row) => {
      const lines = row.map((cell, column) => lineCount(cell, Math.max(1, widths[column] ?? 0)));
      return sum + maxOf([1, ...lines]) * CELL.leading + CELL.block;
    }, 0);
    return (keepsWords || size === MIN_TYPE) && height * size <= box.height;
  });
}

/** Returns the widths of columns in em, as browsers share out the width of a table: short columns get what they need first. */
function columnWidths(rows: readonly (readonly (readonly Word[])[])[], width: number): readonly number[] {
  const needs = (rows[0] ?? []).map((_, column) =>
    maxOf(rows.map((row) => (row[column] ?? []).reduce((sum, word) => sum + word.width + word.space, 0))),
  );
  const widths: number[] = [];
  let left = width - CELL.inline * (needs.length - 1);
  [...needs.entries()]
    .toSorted(([, a], [, b]) => a - b)
    .forEach(([column, need], index) => {
      widths[column] = Math.max(0, Math.min(need, left / (needs.length - index)));
      left -= widths[column] ?? 0;
    });
  return widths;
}
