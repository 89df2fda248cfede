import type { TextStyle } from '../core/terminal/timedRun';
import type { TerminalSize } from '../core/terminal/recordedStep';
import type { Palette } from '../styles/palette';

/** Which rows of the buffer are in view. */
export interface ScrollState {
  /** First row in view, from 0. */
  readonly top: number;
  /** Rows in view. */
  readonly rows: number;
  /** Rows there are. */
  readonly total: number;
}

export interface TerminalScreenOptions {
  readonly palette: Palette;
  /** How much larger than designed the text is. */
  readonly scale: number;
  /** CSS font-family. */
  readonly family: string;
  /** The signs that will be printed, each once. */
  readonly text: string;
  /** Called when other rows come into view. */
  readonly onScroll?: (state: ScrollState) => void;
}

/** A terminal that shows whatever output it is asked to. */
export interface TerminalScreen {
  readonly cols: number;
  readonly rows: number;
  /** Settles once it can show things without delay. Shown before, they only take longer. */
  readonly glyphWarmUp: Promise<void>;
  /** Makes `output` what is on the screen; `done` once that is in the buffer. `tail` paints the same picture, if less does: the rows above follow. */
  show(output: string, done?: () => void, tail?: string): void;
  /** Takes exactly these cells, as large as they fit; undefined goes back to the columns every story has. */
  setFixedGrid(grid: TerminalSize | undefined): void;
  /** Turns the sign at a cell of the last row. */
  drawSpinner(sign: string, style: TextStyle, column: number): void;
  /** Brings a row to the top of the view. */
  scrollTo(row: number): void;
  hasSelection(): boolean;
  /** Takes other colours. */
  setPalette(palette: Palette): void;
  /** Makes the text this many times as large as designed. */
  setTextScale(scale: number): void;
  /** Takes the size of its host. */
  resize(): void;
  dispose(): void;
}
