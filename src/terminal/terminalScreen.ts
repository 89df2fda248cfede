import type { TextStyle } from '../core/terminal/timedRun';
import type { TerminalSize } from '../core/terminal/recordedStep';
import type { Palette } from '../core/theme';

/** The visible part of the buffer. */
export interface ScrollState {
  /** First visible row, from 0. */
  readonly top: number;
  /** Number of visible rows. */
  readonly rows: number;
  /** Number of rows in the buffer. */
  readonly total: number;
}

export interface TerminalScreenOptions {
  readonly palette: Palette;
  /** Text size as a multiple of the designed size. */
  readonly scale: number;
  /** Width, as a multiple of the height, from which it has the columns of a landscape screen. @default 1 */
  readonly wideFrom?: number | undefined;
  /** CSS font-family. */
  readonly family: string;
  /** Every character that will be printed, once. */
  readonly characters: string;
  /** Called when the visible rows change. */
  readonly onScroll: (state: ScrollState) => void;
}

/** A terminal that can show any output. */
export interface TerminalScreen {
  readonly cols: number;
  readonly rows: number;
  /** Resolves when the characters have been drawn once (ADR 037). Output may be shown earlier, but takes longer. */
  readonly glyphWarmUp: Promise<void>;
  /**
   * Makes `output` the content of the terminal. Calls `done` when it is in the buffer, and not at all if another call comes first.
   * `visibleOutput` is shorter output with the same visible rows; the rows above them are then written later.
   */
  show(output: string, done?: () => void, visibleOutput?: string): void;
  /** Sets the number of cells and makes the text as large as fits; undefined goes back to the grid for the size of the host. */
  setFixedGrid(grid: TerminalSize | undefined): void;
  /** Draws a frame of the spinner at a column of the last row. */
  drawSpinner(frame: string, style: TextStyle, column: number): void;
  /** Shows the cursor after the output, until the next output sets it. */
  showCursor(): void;
  /** Scrolls so that `row` is the first visible one. */
  scrollTo(row: number): void;
  setPalette(palette: Palette): void;
  setTextScale(scale: number): void;
  /** Adapts to the size of the host. */
  resize(): void;
  dispose(): void;
}
