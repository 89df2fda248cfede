import { reorderRow } from '../../bidi/reorderRow';
import { shapeArabicCells } from '../../bidi/shapeArabic';
import { firstDirection, isRightToLeft, type Direction } from '../../core/direction';
import type { Isolate, TimedRun } from '../../core/terminal/timedRun';
import { UNWRITTEN_CELL, CONTINUATION_CELL, type ScreenCell, type ScreenRow, type ScreenRows } from './screen';

/** A row in visual order, as the stage shows it. */
export interface VisualRow extends ScreenRow {
  /** The visual column of each printed cell; undefined if no cell moves. */
  readonly columns?: readonly number[];
}

/** Borders of boxes and panes: box drawing, block elements and the vertical bar. */
const FRAME_CHARACTER = /[|\u2500-\u259F]/u;

/**
 * Returns `lines` with right-to-left text in visual order, as a terminal with bidi support shows it. Reorders the cells between
 * borders, or between two or more blanks, within their own columns, so that frames and columns do not move. Reuses equal rows of
 * `before`, the screen shown last.
 */
export function toVisualOrder(lines: ScreenRows, before: readonly VisualRow[]): readonly VisualRow[] {
  const known = new Map(before.flatMap((line) => (line.columns ? [[line.key, line] as const] : [])));
  return lines.map((line, y) => {
    const same = before[y]?.key === line.key ? before[y] : known.get(line.key);
    return same ?? (isRightToLeft(line.key) ? toVisualRow(line) : line);
  });
}

function toVisualRow(line: ScreenRow): VisualRow {
  const isolates = findIsolates(line.cells);
  const texts = shapeArabicCells(line.cells.map(({ text }) => text));
  const sourceColumns = line.cells.flatMap((cell, x) => (cell === CONTINUATION_CELL || cell.text === '' ? [] : [x]));
  // One run for each cell, so that each has a column and keeps its style.
  const row = sourceColumns.map((x): TimedRun => ({ text: texts[x]!, style: { role: 'text' }, at: 0, isolate: isolates[x] }));
  const reordered = reorderRow(row, 'ltr', line.cells.length);
  const cells = [...line.cells];
  const columns = cells.map((_, x) => x);
  reordered.forEach(({ text, column }, index) => {
    const from = sourceColumns[index]!;
    const to = column ?? from;
    const isWide = line.cells[from + 1]?.text === '';
    cells[to] = { text, style: line.cells[from]!.style };
    columns[from] = to;
    if (!isWide) return;
    cells[to + 1] = CONTINUATION_CELL;
    columns[from + 1] = to + 1;
  });
  return { key: line.key, cells, columns };
}

/**
 * Returns the isolate of each cell. A range has the direction of its first letter; a range without right-to-left letters has no
 * isolate.
 */
function findIsolates(cells: readonly ScreenCell[]): readonly (Isolate | undefined)[] {
  const isolates: (Isolate | undefined)[] = cells.map(() => undefined);
  for (const { from, to } of findCellRanges(cells)) {
    const texts = cells.slice(from, to).map(({ text }) => text);
    const whole = texts.join('');
    if (!isRightToLeft(whole)) continue;
    const direction: Direction = firstDirection(whole) ?? 'ltr';
    // Prompts, bullets, numbers and times before the first word keep their place at the start of the row.
    const letter = texts.findIndex(isRightToLeft);
    const start = direction === 'rtl' ? texts.lastIndexOf(' ', letter) + 1 : 0;
    const isolate = { direction };
    for (let x = from + start; x < to; x += 1) isolates[x] = isolate;
  }
  return isolates;
}

/** Returns the ranges of cells between separators. `to` is exclusive. */
function findCellRanges(cells: readonly ScreenCell[]): readonly { readonly from: number; readonly to: number }[] {
  const isSeparator = (x: number): boolean => {
    const text = cells[x]?.text ?? ' ';
    return cells[x] === UNWRITTEN_CELL || FRAME_CHARACTER.test(text) || (text === ' ' && (isBlank(cells[x - 1]) || isBlank(cells[x + 1])));
  };
  const ranges: { from: number; to: number }[] = [];
  cells.forEach((_, x) => {
    if (isSeparator(x)) return;
    const last = ranges.at(-1);
    if (last?.to === x) last.to += 1;
    else ranges.push({ from: x, to: x + 1 });
  });
  return ranges;
}

function isBlank(cell: ScreenCell | undefined): boolean {
  return cell === undefined || cell.text === ' ';
}
