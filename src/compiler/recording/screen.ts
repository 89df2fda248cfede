import type { IBufferCell, Terminal } from '@xterm/headless';
import type { RecordedStyle } from '../../core/terminal/timedRun';
import { cursorPositionAnsi, runsAnsi, type RecordedRun } from '../../core/terminal/recordedStep';
import { nextProperty, textWidth } from '../../core/terminal/width';
import { recordedStyleOf } from './recordedStyle';

/** What one place of the grid holds; the second half of a wide character holds nothing. */
export interface ScreenCell {
  readonly text: string;
  readonly style: RecordedStyle | undefined;
}

/** A row of cells, without the empty ones at its end; `key` is the same for rows that look the same. */
export interface ScreenRow {
  readonly cells: readonly ScreenCell[];
  readonly key: string;
}

/** Everything a terminal shows at one moment, from the top. */
export type ScreenRows = readonly ScreenRow[];

const SPACE_CELL: ScreenCell = { text: ' ', style: undefined };
/** Looks like a space, and nothing was printed there: the cursor was moved past it, as a tab does. */
export const UNWRITTEN_CELL: ScreenCell = { text: ' ', style: undefined };
export const CONTINUATION_CELL: ScreenCell = { text: '', style: undefined };
const EMPTY_ROW: ScreenRow = { cells: [], key: '' };

/** Format characters that change what is seen: joiners, signs that enclose a number, the tags of a flag. */
const VISIBLE_FORMAT_CHARACTER =
  /[\u200C\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]|(?<=^\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0020}-\u{E007F}]/u;
/** What can be in a cell and is nothing to be seen: controls, marks of direction, halves of characters, text hidden in tags. */
const INVISIBLE_CHARACTERS = new RegExp(`(?!${VISIBLE_FORMAT_CHARACTER.source})[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]`, 'gu');

/** Reads what `terminal` shows now. */
export function readScreen({ buffer, rows, cols }: Terminal): ScreenRows {
  const { active } = buffer;
  // One cell is read into again and again: a long recording has a hundred million of them.
  const cell = active.getNullCell();
  return Array.from({ length: rows }, (_, y): ScreenRow => {
    const line = active.getLine(active.baseY + y);
    const cells: ScreenCell[] = [];
    for (let x = 0; x < cols; x += 1) {
      if (!line?.getCell(x, cell)) cells.push(UNWRITTEN_CELL);
      else if (cell.getWidth() !== 2) cells.push(readCell(cell));
      else {
        const wide = readCell(cell);
        const isWhole = x + 1 < cols && line.getCell(x + 1, cell)?.getWidth() === 0;
        // Half of a wide character that was cut or written over is a space, and so is what stands in its place.
        cells.push(isWhole ? wide : { ...wide, text: ' ' });
        if (isWhole) cells.push(wide.text === ' ' ? wide : CONTINUATION_CELL);
        if (isWhole) x += 1;
      }
    }
    while (cells.length > 0 && isBlank(cells.at(-1))) cells.pop();
    return cells.length === 0 ? EMPTY_ROW : { cells, key: JSON.stringify(groupIntoRuns(cells)) };
  });
}

/** What is to be seen of a cell; a space where that is nothing, or not as wide as the cell. */
function readCell(cell: IBufferCell): ScreenCell {
  const chars = cell.getChars();
  const look = cell.isAttributeDefault() ? undefined : recordedStyleOf(cell);
  if (chars === '' || chars === ' ') return look ? { text: ' ', style: look } : chars === '' ? UNWRITTEN_CELL : SPACE_CELL;
  if (!look && chars >= '!' && chars <= '~' && chars.length === 1) return { text: chars, style: look };
  const seen = chars.replaceAll(INVISIBLE_CHARACTERS, '');
  const isSeen =
    seen !== '' &&
    seen.codePointAt(0) === chars.codePointAt(0) &&
    cell.getWidth() > 0 &&
    cell.getWidth() === textWidth(seen) &&
    !cell.isInvisible();
  if (!isSeen) return { text: ' ', style: look };
  // Fewer fonts have accents apart from their letters, as macOS writes names of files, than letters with them.
  const composed = seen.normalize('NFC');
  return { text: Array.from(composed).length === 1 && Array.from(seen).length > 1 ? composed : seen, style: look };
}

/** Cells as stretches of one look. Cells whose characters would join, such as two halves of a flag, are parted. */
export function groupIntoRuns(cells: readonly ScreenCell[]): readonly RecordedRun[] {
  const runs: { text: string; look: RecordedStyle | undefined }[] = [];
  let before = 0;
  for (const { text, style } of cells) {
    const last = runs.at(-1);
    const isJoined = (nextProperty(text.codePointAt(0) ?? 0, before) & 1) === 1;
    if (last && (text === '' || (last.look === style && !isJoined))) last.text += text;
    else {
      runs.push({ text, look: style });
      before = 0;
    }
    for (const char of text) before = nextProperty(char.codePointAt(0) ?? 0, before);
  }
  return runs.map(({ text, look }) => (look ? [text, look] : [text]));
}

/** Terminal output that makes `after` of `before`, which moved up by `shift` rows; empty where nothing changed. */
export function screenDiffAnsi(before: ScreenRows, after: ScreenRows, shift = countScrolledRows(before, after)): string {
  const from = shift > 0 ? before.slice(shift) : before;
  const rows = Array.from({ length: Math.max(from.length, after.length) }, (_, y) =>
    rowDiffAnsi(from[y] ?? EMPTY_ROW, after[y] ?? EMPTY_ROW, y),
  );
  return `${shift > 0 ? `\x1b[0m\x1b[${shift}S` : ''}${rows.join('')}`;
}

/** How many rows the screen moved up, if that explains more rows than it disturbs. */
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

/** From the first cell that differs to the last; what is empty behind it is erased. */
function rowDiffAnsi(before: ScreenRow, after: ScreenRow, y: number): string {
  if (before.key === after.key) return '';
  const same = (x: number): boolean => before.cells[x]?.text === after.cells[x]?.text && before.cells[x]?.style === after.cells[x]?.style;
  let start = 0;
  while (start < after.cells.length && same(start)) start += 1;
  // Half a wide character cannot be drawn.
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
