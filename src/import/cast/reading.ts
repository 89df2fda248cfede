/** How a line that is read was noticed. */
export type ReadingSource = 'mark' | 'editor' | 'text';

export interface Reading {
  readonly source: ReadingSource;
  /** The row where the prompt begins, or its last line. */
  row: number;
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
  return { source, row, piece, time, hasEnded: false, right: undefined, isShown: false, isTyped: false, told: undefined };
}
