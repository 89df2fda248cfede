import type { TerminalElement, Row } from './timedRun';
import type { OutputScheduler } from './outputScheduler';
import type { Direction } from '../direction';
import type { Block } from '../story';

/** Makes of a block what it prints. */
export type BlockPrinter = (block: Block, pacer: OutputScheduler) => readonly TerminalElement[];

/**
 * What it takes to show text that reads from right to left in a terminal, whose cells run from left to right. Stories without
 * such text do not load it.
 */
export interface BidiLayout {
  /** Prints `block` with `printer` in a story of this direction: with joined letters, and a direction for each text and element. */
  printBlock(block: Block, pacer: OutputScheduler, direction: Direction, printer: BlockPrinter): readonly TerminalElement[];
  /** `row`, which reads in `direction`, with the cells its pieces are seen at; one that reads from right to left ends at cell `width`. */
  orderRow(row: Row, direction: Direction, width: number): Row;
}

/** How a terminal shows a story with text that reads from right to left. */
export interface BidiContext {
  readonly bidi: BidiLayout;
  /** Of the story. */
  readonly direction: Direction;
}
