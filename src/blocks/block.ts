import type { Block } from '../core/story';
import type { OutputScheduler } from '../core/terminal/outputScheduler';
import type { TerminalElement, TimedRun } from '../core/terminal/timedRun';
import type { RichText } from '../core/richText';

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

/** A line of a block: its text, or an object with the text and the milliseconds to wait before it. */
export type PausedLine<Text extends RichText = RichText> = Text | { readonly text: Text; readonly pause?: number | undefined };

/** Returns the text of a line and the milliseconds to wait before it, 0 by default. */
export function textAndPause<Text extends RichText>(line: PausedLine<Text>): { readonly text: Text; readonly pause: number } {
  return typeof line === 'object' && 'text' in line ? { text: line.text, pause: line.pause ?? 0 } : { text: line as Text, pause: 0 };
}

/** Creates a line whose continuation rows are indented by `hang` cells. */
export function lineElement(pieces: readonly TimedRun[], hang: number): TerminalElement {
  return { kind: 'line', pieces, hang };
}

/** Returns the number of white-space characters `text` starts with. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
