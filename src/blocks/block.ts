import type { Block } from '../core/story';
import type { OutputScheduler } from '../core/terminal/outputScheduler';
import type { TerminalElement, TimedRun } from '../core/terminal/timedRun';

export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** Terminal output and text of a type of block. Registered in `registry.ts`, `BlockText.tsx` and `schema/block.ts`. */
export interface BlockDefinition<B extends Block = Block> {
  /** Returns what the block prints, before it is laid out for a width. `scheduler` sets the times. */
  elements(block: B, scheduler: OutputScheduler): readonly TerminalElement[];
  /** Returns everything the block shows, one string per line of the story. Text that is replaced on screen comes first. */
  textLines(block: B): readonly string[];
}

/** Props of the component that renders a block for readers without JavaScript. */
export interface BlockTextProps<B extends Block = Block> {
  readonly block: B;
}

/** Creates a line whose continuation rows are indented by `hang` cells. */
export function lineElement(pieces: readonly TimedRun[], hang: number): TerminalElement {
  return { kind: 'line', pieces, hang };
}

/** Returns the number of white-space characters `text` starts with. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
