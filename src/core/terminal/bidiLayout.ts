import type { TerminalElement, Row } from './timedRun';
import type { OutputScheduler } from './outputScheduler';
import type { Direction } from '../direction';
import type { Block } from '../story';

export type BlockPrinter = (block: Block, scheduler: OutputScheduler) => readonly TerminalElement[];

/** Lays out right-to-left text in a terminal. Loaded only by stories with such text. ADR 017 */
export interface BidiLayout {
  /** Prints `block` with `printer` in a story of this direction: with joined letters, and a direction for each text and element. */
  printBlock(block: Block, scheduler: OutputScheduler, direction: Direction, printer: BlockPrinter): readonly TerminalElement[];
  /** Returns `row` in visual order, with the columns of its runs. A right-to-left row ends at column `width`. */
  orderRow(row: Row, direction: Direction, width: number): Row;
}

export interface BidiContext {
  readonly bidi: BidiLayout;
  /** Direction of the story. */
  readonly direction: Direction;
}
