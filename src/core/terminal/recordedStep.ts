import type { Role } from '../roles';
import { INK_INDEX, INITIAL_OUTPUT, paletteIndex } from './ansi';
import type { RecordedColour, RecordedStyle, TimedRun, Row } from './timedRun';

export interface TerminalSize {
  readonly cols: number;
  readonly rows: number;
}

/** Text of a recorded row in one style. */
export type RecordedRun = readonly [text: string, look?: RecordedStyle];

/** The screen of a recorded terminal at one time. */
export interface RecordedScreen {
  /**
   * From the top to the last row that is not empty. `at` is when the row last changed, in milliseconds. `logicalText` is its text in
   * reading order, if `runs` have right-to-left text in visual order.
   */
  readonly rows: readonly { readonly at: number; readonly runs: readonly RecordedRun[]; readonly logicalText?: string }[];
  readonly cursor: { readonly x: number; readonly y: number; readonly shown: boolean };
}

/** The part of a recording that a stop plays, as rendered by the build. It contains no escape sequence of the file. */
export interface RecordedStep {
  /** Size of the area that the recording uses; the same at all of its stops. */
  readonly grid: TerminalSize;
  /** Output with its time, in milliseconds after the stop begins to play. */
  readonly events: readonly (readonly [at: number, output: string])[];
  /** The final screen. */
  readonly screen: RecordedScreen;
  /** The keys pressed, with their times; undefined unless the story shows keys. */
  readonly keys?: readonly (readonly [at: number, key: string])[] | undefined;
}

/** Returns output that draws `runs` at the cursor. */
export function runsAnsi(runs: readonly RecordedRun[]): string {
  return runs.map(([text, look]) => `${sgr(look)}${text}`).join('');
}

/** Returns output that moves the cursor to a cell, counted from 0. */
export function cursorPositionAnsi(x: number, y: number): string {
  return `\x1b[${y + 1};${x + 1}H`;
}

/** Returns output that sets the recorded cursor. */
export function cursorAnsi({ x, y, shown }: RecordedScreen['cursor']): string {
  return `${cursorPositionAnsi(x, y)}\x1b[?25${shown ? 'h' : 'l'}`;
}

/** Returns output that draws a screen in an empty terminal. */
export function screenAnsi(screen: RecordedScreen | undefined): string {
  if (!screen) return INITIAL_OUTPUT;
  const rows = screen.rows.map(({ runs }, y) => (runs.length === 0 ? '' : `${cursorPositionAnsi(0, y)}${runsAnsi(runs)}`));
  return `${INITIAL_OUTPUT}${rows.join('')}\x1b[0m${cursorAnsi(screen.cursor)}`;
}

/** Returns the rows of a screen for views without a terminal. */
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
