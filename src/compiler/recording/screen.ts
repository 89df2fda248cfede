import type { IBufferCell, Terminal } from '@xterm/headless';
import type { Look } from '../../core/terminal/timedRun';
import { moveAnsi, runsAnsi, type RecordedRun } from '../../core/terminal/recordedStep';
import { nextProperty, textWidth } from '../../core/terminal/width';
import { lookOf } from './recordedStyle';

/** What one place of the grid holds; the second half of a wide character holds nothing. */
export interface Cell {
  readonly text: string;
  readonly look: Look | undefined;
}

/** A row of cells, without the empty ones at its end; `key` is the same for rows that look the same. */
export interface Line {
  readonly cells: readonly Cell[];
  readonly key: string;
}

/** Everything a terminal shows at one moment, from the top. */
export type Lines = readonly Line[];

const SPACE: Cell = { text: ' ', look: undefined };
/** Looks like a space, and nothing was printed there: the cursor was moved past it, as a tab does. */
export const GAP: Cell = { text: ' ', look: undefined };
export const HALF: Cell = { text: '', look: undefined };
const EMPTY: Line = { cells: [], key: '' };

/** Format characters that change what is seen: joiners, signs that enclose a number, the tags of a flag. */
const SEEN_FORMAT =
  /[\u200C\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]|(?<=^\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0020}-\u{E007F}]/u;
/** What can be in a cell and is nothing to be seen: controls, marks of direction, halves of characters, text hidden in tags. */
const UNSEEN = new RegExp(`(?!${SEEN_FORMAT.source})[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]`, 'gu');

/** Reads what `terminal` shows now. */
export function linesOf({ buffer, rows, cols }: Terminal): Lines {
  const { active } = buffer;
  // One cell is read into again and again: a long recording has a hundred million of them.
  const cell = active.getNullCell();
  return Array.from({ length: rows }, (_, y): Line => {
    const line = active.getLine(active.baseY + y);
    const cells: Cell[] = [];
    for (let x = 0; x < cols; x += 1) {
      if (!line?.getCell(x, cell)) cells.push(GAP);
      else if (cell.getWidth() !== 2) cells.push(cellOf(cell));
      else {
        const wide = cellOf(cell);
        const isWhole = x + 1 < cols && line.getCell(x + 1, cell)?.getWidth() === 0;
        // Half of a wide character that was cut or written over is a space, and so is what stands in its place.
        cells.push(isWhole ? wide : { ...wide, text: ' ' });
        if (isWhole) cells.push(wide.text === ' ' ? wide : HALF);
        if (isWhole) x += 1;
      }
    }
    while (cells.length > 0 && isBlank(cells.at(-1))) cells.pop();
    return cells.length === 0 ? EMPTY : { cells, key: JSON.stringify(runsOf(cells)) };
  });
}

/** What is to be seen of a cell; a space where that is nothing, or not as wide as the cell. */
function cellOf(cell: IBufferCell): Cell {
  const chars = cell.getChars();
  const look = cell.isAttributeDefault() ? undefined : lookOf(cell);
  if (chars === '' || chars === ' ') return look ? { text: ' ', look } : chars === '' ? GAP : SPACE;
  if (!look && chars >= '!' && chars <= '~' && chars.length === 1) return { text: chars, look };
  const seen = chars.replaceAll(UNSEEN, '');
  const isSeen =
    seen !== '' &&
    seen.codePointAt(0) === chars.codePointAt(0) &&
    cell.getWidth() > 0 &&
    cell.getWidth() === textWidth(seen) &&
    !cell.isInvisible();
  if (!isSeen) return { text: ' ', look };
  // Fewer fonts have accents apart from their letters, as macOS writes names of files, than letters with them.
  const composed = seen.normalize('NFC');
  return { text: Array.from(composed).length === 1 && Array.from(seen).length > 1 ? composed : seen, look };
}

/** Cells as stretches of one look. Cells whose characters would join, such as two halves of a flag, are parted. */
export function runsOf(cells: readonly Cell[]): readonly RecordedRun[] {
  const runs: { text: string; look: Look | undefined }[] = [];
  let before = 0;
  for (const { text, look } of cells) {
    const last = runs.at(-1);
    const isJoined = (nextProperty(text.codePointAt(0) ?? 0, before) & 1) === 1;
    if (last && (text === '' || (last.look === look && !isJoined))) last.text += text;
    else {
      runs.push({ text, look });
      before = 0;
    }
    for (const char of text) before = nextProperty(char.codePointAt(0) ?? 0, before);
  }
  return runs.map(({ text, look }) => (look ? [text, look] : [text]));
}

/** Terminal output that makes `after` of `before`, which moved up by `shift` rows; empty where nothing changed. */
export function changesAnsi(before: Lines, after: Lines, shift = scrolled(before, after)): string {
  const from = shift > 0 ? before.slice(shift) : before;
  const rows = Array.from({ length: Math.max(from.length, after.length) }, (_, y) => rowAnsi(from[y] ?? EMPTY, after[y] ?? EMPTY, y));
  return `${shift > 0 ? `\x1b[0m\x1b[${shift}S` : ''}${rows.join('')}`;
}

/** How many rows the screen moved up, if that explains more rows than it disturbs. */
export function scrolled(before: Lines, after: Lines): number {
  const alike = (shift: number): number => after.filter(({ key }, y) => key !== '' && key === before[y + shift]?.key).length;
  const standing = alike(0);
  const filled = after.filter(({ key }) => key !== '').length;
  if (filled - standing < 2) return 0;
  let [best, most] = [0, standing];
  for (let shift = 1; shift < before.length; shift += 1) {
    const count = alike(shift);
    if (count > most) [best, most] = [shift, count];
  }
  return best;
}

/** From the first cell that differs to the last; what is empty behind it is erased. */
function rowAnsi(before: Line, after: Line, y: number): string {
  if (before.key === after.key) return '';
  const same = (x: number): boolean => before.cells[x]?.text === after.cells[x]?.text && before.cells[x]?.look === after.cells[x]?.look;
  let start = 0;
  while (start < after.cells.length && same(start)) start += 1;
  // Half a wide character cannot be drawn.
  while (start > 0 && after.cells[start]?.text === '') start -= 1;
  const isShorter = before.cells.length > after.cells.length;
  let end = after.cells.length;
  if (!isShorter) while (end > start && same(end - 1)) end -= 1;
  while (after.cells[end]?.text === '') end += 1;
  const erase = isShorter ? '\x1b[0m\x1b[K' : '';
  return `${moveAnsi(start, y)}${runsAnsi(runsOf(after.cells.slice(start, end)))}${erase}`;
}

function isBlank(cell: Cell | undefined): boolean {
  return cell?.text === ' ' && cell.look === undefined;
}
