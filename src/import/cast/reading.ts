import type { ScreenLine } from './sessionScreen';

/** How a line that is read was noticed. */
export type ReadingSource = 'mark' | 'editor' | 'text';

export interface Reading {
  readonly source: ReadingSource;
  /** The row where the prompt begins, or its last line. */
  row: number;
  /** How much output without a line end stands before the prompt in this row, in characters. */
  start: number;
  readonly time: number;
  /** The piece in which it began. */
  readonly piece: number;
  /** Whether the output before it has ended. */
  hasEnded: boolean;
  /** Text right of the cursor before anything was typed: a prompt at the right edge. */
  right: string | undefined;
  /** Whether the prompt was seen, and whether something was typed since. */
  isShown: boolean;
  isTyped: boolean;
  /** The command, if shell integration tells it. */
  told: string | undefined;
}

/** @param row the row where the prompt begins, or its last line @param time in seconds */
export function newReading(source: ReadingSource, row: number, piece: number, time: number): Reading {
  return { source, row, start: 0, piece, time, hasEnded: false, right: undefined, isShown: false, isTyped: false, told: undefined };
}

/** Notes that the prompt begins behind output without a line end, in the line whose first row is `row`. */
export function moveStart(reading: Reading, row: number, start = 0): void {
  if (start > 0 && reading.row >= row) Object.assign(reading, { row, start });
}

/** Returns the part of a line before its `length`-th character. */
export function lineBefore(line: ScreenLine, length: number): ScreenLine {
  let count = 0;
  let at = 0;
  while (at < line.cells.length && count < length) count += line.cells[at++]!.text.length;
  return { ...line, cells: line.cells.slice(0, at) };
}
