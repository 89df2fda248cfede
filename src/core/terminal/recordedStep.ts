import type { Role } from '../roles';
import { INK_INDEX, INITIAL_OUTPUT, paletteIndex } from './ansi';
import type { RecordedColour, RecordedStyle, TimedRun, Row } from './timedRun';

/** How many cells a terminal has across and down. */
export interface TerminalSize {
  readonly cols: number;
  readonly rows: number;
}

/** Words of a recorded row in one look. */
export type RecordedRun = readonly [text: string, look?: RecordedStyle];

/** What a recorded terminal shows at one moment. */
export interface RecordedScreen {
  /**
   * From the top, up to the last that is not empty; `at` is the moment, in milliseconds, the row came to look so. `logicalText` is its
   * text as it is read, where words from right to left are in another order in `runs`.
   */
  readonly rows: readonly { readonly at: number; readonly runs: readonly RecordedRun[]; readonly logicalText?: string }[];
  readonly cursor: { readonly x: number; readonly y: number; readonly shown: boolean };
}

/** What one stop shows of a recording. The build has played it; no escape sequence of the file is left in it. */
export interface RecordedStep {
  /** The cells it takes, the same at every stop of a recording: those in which anything stands at any moment. */
  readonly grid: TerminalSize;
  /** What the terminal is sent, each with its milliseconds after the stop begins to play. */
  readonly events: readonly (readonly [at: number, output: string])[];
  /** What stands in the end. */
  readonly screen: RecordedScreen;
}

/** Terminal output that draws `runs` from where the cursor is. */
export function runsAnsi(runs: readonly RecordedRun[]): string {
  return runs.map(([text, look]) => `${sgr(look)}${text}`).join('');
}

/** Terminal output that moves the cursor to a cell, counted from 0. */
export function cursorPositionAnsi(x: number, y: number): string {
  return `\x1b[${y + 1};${x + 1}H`;
}

/** Terminal output that leaves the cursor as it was recorded. */
export function cursorAnsi({ x, y, shown }: RecordedScreen['cursor']): string {
  return `${cursorPositionAnsi(x, y)}\x1b[?25${shown ? 'h' : 'l'}`;
}

/** Terminal output that draws a whole screen on an empty one. */
export function screenAnsi(screen: RecordedScreen | undefined): string {
  if (!screen) return INITIAL_OUTPUT;
  const rows = screen.rows.map(({ runs }, y) => (runs.length === 0 ? '' : `${cursorPositionAnsi(0, y)}${runsAnsi(runs)}`));
  return `${INITIAL_OUTPUT}${rows.join('')}\x1b[0m${cursorAnsi(screen.cursor)}`;
}

/** Rows of a screen as pieces, for where there is no terminal. */
export function screenRows(screen: RecordedScreen): readonly Row[] {
  return screen.rows.map(({ at, runs, logicalText }) => {
    const row = runs.map(([text, look]): TimedRun => ({ text, at, style: { role: 'text', ...(look && { recordedStyle: look }) } }));
    return logicalText === undefined
      ? row
      : row.map((piece, index) => (index === 0 ? { ...piece, column: 0, logicalText } : { ...piece, logicalText: '' }));
  });
}

function sgr(look: RecordedStyle = {}): string {
  const { fg = 'text', bg, bold, italic, underline, strike } = look;
  const attributes = `${bold ? ';1' : ''}${italic ? ';3' : ''}${underline ? ';4' : ''}${strike ? ';9' : ''}`;
  return `\x1b[0${attributes};38;${sgrColour(fg)}${bg ? `;48;${sgrColour(bg)}` : ''}m`;
}

function sgrColour(name: RecordedColour): string {
  if (name.startsWith('#')) return `2;${[1, 3, 5].map((at) => Number.parseInt(name.slice(at, at + 2), 16)).join(';')}`;
  if (name === 'ink') return `5;${INK_INDEX}`;
  return `5;${name.startsWith('old-') ? paletteIndex(name.slice(4) as Role, 'previous') : paletteIndex(name as Role, 'new')}`;
}
