import type { IBufferCell, IBufferLine, Terminal } from '@xterm/headless';
import type { RecordedStyle } from '../../core/terminal/timedRun';
import { cursorPositionAnsi, runsAnsi, type RecordedRun } from '../../core/terminal/recordedStep';
import { nextProperty, textWidth } from '../../core/terminal/width';
import { recordedStyleOf } from './recordedStyle';

/** A cell of the grid; the second cell of a wide character has no text. */
export interface ScreenCell {
  readonly text: string;
  readonly style: RecordedStyle | undefined;
}

/** A row without the empty cells at its end. Rows that style the same have the same `key`. */
export interface ScreenRow {
  readonly cells: readonly ScreenCell[];
  readonly key: string;
}

/** The rows of a terminal at one moment, from the top. */
export type ScreenRows = readonly ScreenRow[];

const SPACE_CELL: ScreenCell = { text: ' ', style: undefined };
/** Looks like a space, but nothing was printed there: the cursor moved past it, for example with a tab. */
export const UNWRITTEN_CELL: ScreenCell = { text: ' ', style: undefined };
export const CONTINUATION_CELL: ScreenCell = { text: '', style: undefined };
const EMPTY_ROW: ScreenRow = { cells: [], key: '' };

/** Format characters that change the appearance: joiners, marks that enclose a number, the tag characters of a flag. */
const VISIBLE_FORMAT_CHARACTER =
  /[\u200C\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]|(?<=^\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0020}-\u{E007F}]/u;
/** Characters without appearance: controls, direction marks, lone surrogates, text hidden in tag characters. */
const INVISIBLE_CHARACTERS = new RegExp(`(?!${VISIBLE_FORMAT_CHARACTER.source})[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]`, 'gu');

/** Returns the style of a cell; undefined for plain text. Equal styles are the same object. */
export type ReadStyle = (cell: IBufferCell) => RecordedStyle | undefined;

export function readScreen({ buffer, rows, cols }: Terminal, readStyle: ReadStyle = recordedStyleOf): ScreenRows {
  const { active } = buffer;
  // One cell object is reused: a long recording reads a hundred million cells.
  const cell = active.getNullCell();
  return Array.from({ length: rows }, (_, y): ScreenRow => {
    const cells = readCells(active.getLine(active.baseY + y), cols, cell, readStyle);
    return cells.length === 0 ? EMPTY_ROW : { cells, key: JSON.stringify(groupIntoRuns(cells)) };
  });
}

/** Returns the cells of a row of `cols` columns, without the empty ones at its end. Changes `cell`. */
export function readCells(
  line: IBufferLine | undefined,
  cols: number,
  cell: IBufferCell,
  readStyle: ReadStyle = recordedStyleOf,
): readonly ScreenCell[] {
  const cells: ScreenCell[] = [];
  for (let x = 0; x < cols; x += 1) {
    if (!line?.getCell(x, cell)) cells.push(UNWRITTEN_CELL);
    else if (cell.getWidth() !== 2) cells.push(readCell(cell, readStyle));
    else {
      const wide = readCell(cell, readStyle);
      const isWhole = x + 1 < cols && line.getCell(x + 1, cell)?.getWidth() === 0;
      // Half of a wide character that was cut off or overwritten is a space.
      cells.push(isWhole ? wide : { ...wide, text: ' ' });
      if (isWhole) cells.push(wide.text === ' ' ? wide : CONTINUATION_CELL);
      if (isWhole) x += 1;
    }
  }
  while (cells.length > 0 && isBlank(cells.at(-1))) cells.pop();
  return cells;
}

/** Returns the visible characters of a cell; a space if there are none, or if their width is not the cell's. */
function readCell(cell: IBufferCell, readStyle: ReadStyle): ScreenCell {
  const chars = cell.getChars();
  const style = cell.isAttributeDefault() ? undefined : readStyle(cell);
  if (chars === '' || chars === ' ') return style ? { text: ' ', style: style } : chars === '' ? UNWRITTEN_CELL : SPACE_CELL;
  if (!style && chars >= '!' && chars <= '~' && chars.length === 1) return { text: chars, style: style };
  const seen = chars.replaceAll(INVISIBLE_CHARACTERS, '');
  const isSeen =
    seen !== '' &&
    seen.codePointAt(0) === chars.codePointAt(0) &&
    cell.getWidth() > 0 &&
    cell.getWidth() === textWidth(seen) &&
    !cell.isInvisible();
  if (!isSeen) return { text: ' ', style: style };
  // More fonts have composed letters than combining accents, which macOS writes in file names.
  const composed = seen.normalize('NFC');
  return { text: Array.from(composed).length === 1 && Array.from(seen).length > 1 ? composed : seen, style: style };
}

/** Groups cells of the same style. Cells whose characters would join, such as two regional indicators, stay apart. */
export function groupIntoRuns(cells: readonly ScreenCell[]): readonly RecordedRun[] {
  const runs: { text: string; style: RecordedStyle | undefined }[] = [];
  let before = 0;
  for (const { text, style } of cells) {
    const last = runs.at(-1);
    const isJoined = (nextProperty(text.codePointAt(0) ?? 0, before) & 1) === 1;
    if (last && (text === '' || (last.style === style && !isJoined))) last.text += text;
    else {
      runs.push({ text, style: style });
      before = 0;
    }
    for (const char of text) before = nextProperty(char.codePointAt(0) ?? 0, before);
  }
  return runs.map(({ text, style }) => (style ? [text, style] : [text]));
}

/** Returns terminal output that turns `before`, scrolled up by `shift` rows, into `after`; empty if nothing changed. */
export function screenDiffAnsi(before: ScreenRows, after: ScreenRows, shift = countScrolledRows(before, after)): string {
  const from = shift > 0 ? before.slice(shift) : before;
  const rows = Array.from({ length: Math.max(from.length, after.length) }, (_, y) =>
    rowDiffAnsi(from[y] ?? EMPTY_ROW, after[y] ?? EMPTY_ROW, y),
  );
  return `${shift > 0 ? `\x1b[0m\x1b[${shift}S` : ''}${rows.join('')}`;
}

/** Returns by how many rows the screen scrolled up: the shift with the most equal rows, 0 if no shift has more than none. */
export function countScrolledRows(before: ScreenRows, after: ScreenRows): number {
  const matchesAt = (shift: number): number => after.filter(({ key }, y) => key !== '' && key === before[y + shift]?.key).length;
  const unmoved = matchesAt(0);
  const filled = after.filter(({ key }) => key !== '').length;
  if (filled - unmoved < 2) return 0;
  let [best, most] = [0, unmoved];
  for (let shift = 1; shift < before.length; shift += 1) {
    const count = matchesAt(shift);
    if (count > most) [best, most] = [shift, count];
  }
  return best;
}

/** Writes from the first different cell to the last, and erases the rest of a row that became shorter. */
function rowDiffAnsi(before: ScreenRow, after: ScreenRow, y: number): string {
  if (before.key === after.key) return '';
  const same = (x: number): boolean => before.cells[x]?.text === after.cells[x]?.text && before.cells[x]?.style === after.cells[x]?.style;
  let start = 0;
  while (start < after.cells.length && same(start)) start += 1;
  // Starts at the first half of a wide character.
  while (start > 0 && after.cells[start]?.text === '') start -= 1;
  const isShorter = before.cells.length > after.cells.length;
  let end = after.cells.length;
  if (!isShorter) while (end > start && same(end - 1)) end -= 1;
  while (after.cells[end]?.text === '') end += 1;
  const erase = isShorter ? '\x1b[0m\x1b[K' : '';
  return `${cursorPositionAnsi(start, y)}${runsAnsi(groupIntoRuns(after.cells.slice(start, end)))}${erase}`;
}

function isBlank(cell: ScreenCell | undefined): boolean {
  return cell?.text === ' ' && cell.style === undefined;
}
