import { ROLES } from '../roles';
import type { Row, TextStyle } from './timedRun';

/** Whether output is new at this stop or stood before it. */
export type OutputAge = 'fresh' | 'old';

/** Cells before each row: a bar beside what is new, nothing beside what is old. */
export const MARGIN_COLS = 2;
const NEW_OUTPUT_BAR = '▎';

/** Where the roles' colours start in the terminal's palette, fresh before old; the sixteen before belong to ANSI. */
export const FIRST_ROLE_INDEX = 16;
/** The colour of the window itself, for words on a badge. */
export const INK_INDEX = FIRST_ROLE_INDEX + ROLES.length * 2;

/** Palette index of a role: fresh roles first, then the same roles as they look when old. */
function paletteIndex(style: Pick<TextStyle, 'role'>, tone: OutputAge): number {
  return FIRST_ROLE_INDEX + ROLES.indexOf(style.role) + (tone === 'fresh' ? 0 : ROLES.length);
}

function sgr(style: TextStyle, tone: OutputAge): string {
  const colour = paletteIndex(style, tone);
  const paint = style.badge ? `38;5;${INK_INDEX};48;5;${colour}` : `38;5;${colour}`;
  return `\x1b[0;${style.bold ? '1;' : ''}${paint}m`;
}

function margin(tone: OutputAge): string {
  return tone === 'fresh' ? `${sgr({ role: 'accent' }, tone)}${NEW_OUTPUT_BAR} ` : '\x1b[0m  ';
}

/** Empties the row but for its margin. */
const CLEAR_ROW = `\x1b[0m\r\x1b[${MARGIN_COLS}C\x1b[K`;

/** Moves the cursor to a cell of the row, from 0 behind its margin; nowhere without one. */
function columnAnsi(column: number | undefined): string {
  return column === undefined ? '' : `\x1b[${MARGIN_COLS + column + 1}G`;
}

const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';

/**
 * Rows as terminal output, up to what has appeared by `time`. A later time gives the same text and more behind it,
 * so a terminal that shows one moment needs only the rest to show the next. Starts with row `from`, as it looks below others.
 */
export function rowsToAnsi(rows: readonly Row[], tone: OutputAge, time = Number.POSITIVE_INFINITY, firstRow = 0): string {
  let output = '';
  let breaks = '';
  let typing = false;
  for (const [index, row] of rows.entries()) {
    if (index < firstRow) continue;
    breaks += index === firstRow ? '' : '\r\n';
    if (row.length === 0) {
      breaks += index === 0 ? '' : margin(tone);
      continue;
    }
    let prefix = breaks + margin(tone);
    breaks = '';
    for (const piece of row) {
      for (const interim of piece.interimRows ?? []) {
        if (interim.at > time) return output;
        output += prefix + interim.pieces.map(({ text, style, column }) => columnAnsi(column) + sgr(style, tone) + text).join('');
        prefix = CLEAR_ROW;
      }
      if (piece.at > time) return output;
      const typed = piece.style.typed === true && tone === 'fresh';
      const cursor = typed === typing ? '' : typed ? SHOW_CURSOR : HIDE_CURSOR;
      output += prefix + columnAnsi(piece.column) + cursor + sgr(piece.style, tone) + piece.text;
      if (typed) output += columnAnsi(piece.cursorColumn);
      typing = typed;
      prefix = '';
    }
  }
  return output;
}

/** What a terminal’s output starts with: no cursor until somebody types. */
export const INITIAL_OUTPUT = HIDE_CURSOR;

/** Overwrites the spinner’s sign, at a cell of the last row, and returns the cursor to where it was. */
export function spinnerAnsi(character: string, style: TextStyle, column = 0): string {
  return `\x1b7${columnAnsi(column)}${sgr({ ...style, bold: true }, 'fresh')}${character}\x1b8`;
}
