import { reorderRow } from '../../bidi/reorderRow';
import { shapeArabicCells } from '../../bidi/shapeArabic';
import { firstDirection, isRightToLeft, type Direction } from '../../core/direction';
import type { Isolate, TimedRun } from '../../core/terminal/timedRun';
import { UNWRITTEN_CELL, CONTINUATION_CELL, type ScreenCell, type ScreenRow, type ScreenRows } from './screen';

/** A row as the stage shows it. */
export interface VisualRow extends ScreenRow {
  /** The column that each cell of the printed row is shown at; undefined where all are shown where they were printed. */
  readonly columns?: readonly number[];
}

/** Edges of frames, panes and bars: box drawing, blocks, and the bar of ASCII. */
const FRAME_CHARACTER = /[|\u2500-\u259F]/u;

/**
 * Returns `lines` with words that read from right to left in visual order, as a terminal with bidirectional text shows them. Each
 * stretch between edges, or between two blanks or more, is ordered within its own columns, so frames and columns stay where
 * they are. Rows that `before`, the screen shown last, has already are taken from it.
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
  // Each cell is a piece: so each has its own column, and its look goes with it.
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

/** The isolate of each cell. A stretch has the direction of its first letter; without letters from right to left it needs none. */
function findIsolates(cells: readonly ScreenCell[]): readonly (Isolate | undefined)[] {
  const isolates: (Isolate | undefined)[] = cells.map(() => undefined);
  for (const { from, to } of findCellRanges(cells)) {
    const texts = cells.slice(from, to).map(({ text }) => text);
    const whole = texts.join('');
    if (!isRightToLeft(whole)) continue;
    const direction: Direction = firstDirection(whole) ?? 'ltr';
    // Prompts, bullets, numbers and times before the first word stay at the start of the row.
    const letter = texts.findIndex(isRightToLeft);
    const start = direction === 'rtl' ? texts.lastIndexOf(' ', letter) + 1 : 0;
    const isolate = { direction };
    for (let x = from + start; x < to; x += 1) isolates[x] = isolate;
  }
  return isolates;
}

/** Where cells stand together: from and to, without what parts them. */
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
