import type { Element, Row } from './timedRun';
import type { Pacer } from './outputScheduler';
import type { Direction } from '../direction';
import type { Block } from '../story';

/** Makes of a block what it prints. */
export type Printer = (block: Block, pacer: Pacer) => readonly Element[];

/**
 * What it takes to show text that reads from right to left in a terminal, whose cells run from left to right. Stories without
 * such text do not load it.
 */
export interface Bidi {
  /** What `printer` makes of `block` in a story of this direction: letters joined, every text with a direction of its own, elements with theirs. */
  print(block: Block, pacer: Pacer, direction: Direction, printer: Printer): readonly Element[];
  /** `row`, which reads in `direction`, with the cells its pieces are seen at; one that reads from right to left ends at cell `width`. */
  order(row: Row, direction: Direction, width: number): Row;
}

/** How a terminal shows a story with text that reads from right to left. */
export interface Script {
  readonly bidi: Bidi;
  /** Of the story. */
  readonly direction: Direction;
}
