import { ROLES } from '../roles';
import type { Row, Style } from './timedRun';

/** Whether output is new at this stop or stood before it. */
export type Tone = 'fresh' | 'old';

/** Cells before each row: a bar beside what is new, nothing beside what is old. */
export const MARGIN = 2;
const BAR = '▎';

/** Where the roles' colours start in the terminal's palette, fresh before old; the sixteen before belong to ANSI. */
export const ROLE_INDEX = 16;
/** The colour of the window itself, for words on a badge. */
export const INK_INDEX = ROLE_INDEX + ROLES.length * 2;

/** Palette index of a role: fresh roles first, then the same roles as they look when old. */
function colourOf(style: Pick<Style, 'role'>, tone: Tone): number {
  return ROLE_INDEX + ROLES.indexOf(style.role) + (tone === 'fresh' ? 0 : ROLES.length);
}

function sgr(style: Style, tone: Tone): string {
  const colour = colourOf(style, tone);
  const paint = style.badge ? `38;5;${INK_INDEX};48;5;${colour}` : `38;5;${colour}`;
  return `\x1b[0;${style.bold ? '1;' : ''}${paint}m`;
}

function margin(tone: Tone): string {
  return tone === 'fresh' ? `${sgr({ role: 'accent' }, tone)}${BAR} ` : '\x1b[0m  ';
}

/** Empties the row but for its margin. */
const TAKE_BACK = `\x1b[0m\r\x1b[${MARGIN}C\x1b[K`;

/** Moves the cursor to a cell of the row, from 0 behind its margin; nowhere without one. */
function columnAnsi(column: number | undefined): string {
  return column === undefined ? '' : `\x1b[${MARGIN + column + 1}G`;
}

const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';

/**
 * Rows as terminal output, up to what has appeared by `time`. A later time gives the same text and more behind it,
 * so a terminal that shows one moment needs only the rest to show the next. Starts with row `from`, as it looks below others.
 */
export function toAnsi(rows: readonly Row[], tone: Tone, time = Number.POSITIVE_INFINITY, from = 0): string {
  let output = '';
  let breaks = '';
  let typing = false;
  for (const [index, row] of rows.entries()) {
    if (index < from) continue;
    breaks += index === from ? '' : '\r\n';
    if (row.length === 0) {
      breaks += index === 0 ? '' : margin(tone);
      continue;
    }
    let lead = breaks + margin(tone);
    breaks = '';
    for (const piece of row) {
      for (const draft of piece.drafts ?? []) {
        if (draft.at > time) return output;
        output += lead + draft.pieces.map(({ text, style, column }) => columnAnsi(column) + sgr(style, tone) + text).join('');
        lead = TAKE_BACK;
      }
      if (piece.at > time) return output;
      const typed = piece.style.typed === true && tone === 'fresh';
      const cursor = typed === typing ? '' : typed ? SHOW_CURSOR : HIDE_CURSOR;
      output += lead + columnAnsi(piece.column) + cursor + sgr(piece.style, tone) + piece.text;
      if (typed) output += columnAnsi(piece.cursor);
      typing = typed;
      lead = '';
    }
  }
  return output;
}

/** What a terminal’s output starts with: no cursor until somebody types. */
export const OPENING = HIDE_CURSOR;

/** Overwrites the spinner’s sign, at a cell of the last row, and returns the cursor to where it was. */
export function spinnerAnsi(sign: string, style: Style, column = 0): string {
  return `\x1b7${columnAnsi(column)}${sgr({ ...style, bold: true }, 'fresh')}${sign}\x1b8`;
}
