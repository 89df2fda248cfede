import { ROLES, type Role } from '../roles';
import type { Row, TextStyle } from './timedRun';

/** Whether output is printed by this stop or by a previous one. */
export type OutputAge = 'new' | 'previous';

/** Cells before each row: a bar beside new output, blank beside previous output. */
export const MARGIN_COLS = 2;
const NEW_OUTPUT_BAR = '▎';

/** Palette index of the first role: after the 16 ANSI colours come the roles for new output, then those for previous output. */
export const FIRST_ROLE_INDEX = 16;
/** Palette index of the window's background, the text colour of badges. */
export const INK_INDEX = FIRST_ROLE_INDEX + ROLES.length * 2;

/** Returns the palette index of a role. */
export function paletteIndex(role: Role, age: OutputAge): number {
  return FIRST_ROLE_INDEX + ROLES.indexOf(role) + (age === 'new' ? 0 : ROLES.length);
}

function sgr(style: TextStyle, age: OutputAge): string {
  const colour = paletteIndex(style.role, age);
  const paint = style.badge ? `38;5;${INK_INDEX};48;5;${colour}` : `38;5;${colour}`;
  return `\x1b[0;${style.bold ? '1;' : ''}${paint}m`;
}

function margin(age: OutputAge): string {
  return age === 'new' ? `${sgr({ role: 'accent' }, age)}${NEW_OUTPUT_BAR} ` : '\x1b[0m  ';
}

/** Clears the last `count` rows except for the margin of the first of them, where it leaves the cursor. */
function clearRows(count: number): string {
  const [up, erase] = count > 1 ? [`\x1b[${count - 1}A`, 'J'] : ['', 'K'];
  return `\x1b[0m\r${up}\x1b[${MARGIN_COLS}C\x1b[${erase}`;
}

/** Returns output that writes `rows` at the cursor, which is behind the margin of the first. */
function stateAnsi(rows: readonly Row[], age: OutputAge): string {
  return rows
    .map((row) => row.map(({ text, style, column }) => columnAnsi(column) + sgr(style, age) + text).join(''))
    .join(`\r\n${margin(age)}`);
}

/** Returns the sequence that moves the cursor to a column of the row, counted from 0 after the margin. */
function columnAnsi(column: number | undefined): string {
  return column === undefined ? '' : `\x1b[${MARGIN_COLS + column + 1}G`;
}

const HIDE_CURSOR = '\x1b[?25l';
export const SHOW_CURSOR = '\x1b[?25h';

/**
 * Returns the terminal output of `rows` that has appeared by `time`, in milliseconds. The output of a later time starts with that of
 * an earlier one, so a terminal is updated by appending. Starts at `firstRow`, as if the rows above it had been written.
 */
export function rowsToAnsi(rows: readonly Row[], age: OutputAge, time = Number.POSITIVE_INFINITY, firstRow = 0): string {
  let output = '';
  let breaks = '';
  let typing = false;
  for (const [index, row] of rows.entries()) {
    if (index < firstRow) continue;
    breaks += index === firstRow ? '' : '\r\n';
    if (row.length === 0) {
      breaks += index === 0 ? '' : margin(age);
      continue;
    }
    let prefix = breaks + margin(age);
    breaks = '';
    for (const piece of row) {
      for (const interim of piece.interimStates ?? []) {
        if (interim.at > time) return output;
        output += prefix + (typing ? HIDE_CURSOR : '') + stateAnsi(interim.rows, age);
        typing = false;
        prefix = clearRows(interim.rows.length);
      }
      if (piece.at > time) return output;
      const typed = piece.style.typed === true && age === 'new';
      const cursor = typed === typing ? '' : typed ? SHOW_CURSOR : HIDE_CURSOR;
      output += prefix + columnAnsi(piece.column) + cursor + sgr(piece.style, age) + piece.text;
      if (typed) output += columnAnsi(piece.cursorColumn);
      typing = typed;
      prefix = '';
    }
  }
  return output;
}

/** The start of a terminal's output: hides the cursor, which is shown only while text is typed. */
export const INITIAL_OUTPUT = HIDE_CURSOR;

/** Returns output that replaces the spinner's character in the last row and restores the cursor. */
export function spinnerAnsi(character: string, style: TextStyle, column = 0): string {
  return `\x1b7${columnAnsi(column)}${sgr({ ...style, bold: true }, 'new')}${character}\x1b8`;
}
