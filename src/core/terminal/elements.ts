import { blockDefinition } from '../../blocks/registry';
import type { Block } from '../story';
import type { BidiContext } from './bidiLayout';
import type { OutputScheduler } from './outputScheduler';
import type { TerminalElement } from './timedRun';

/**
 * Returns what `blocks` print, in order, with times from `scheduler`. A blank line separates blocks that are not `tight`.
 * `bidiContext` is set in stories with right-to-left text.
 */
export function createElements(
  blocks: readonly Block[],
  scheduler: OutputScheduler,
  bidiContext?: BidiContext,
): readonly TerminalElement[] {
  return blocks.flatMap((block, index): readonly TerminalElement[] => {
    scheduler.pause(block.pause);
    const elements = bidiContext
      ? bidiContext.bidi.printBlock(block, scheduler, bidiContext.direction, blockElements)
      : blockElements(block, scheduler);
    return index === 0 || block.tight || blocks[index - 1]?.type === 'clear' ? elements : [{ kind: 'blank' }, ...elements];
  });
}

function blockElements(block: Block, scheduler: OutputScheduler): readonly TerminalElement[] {
  return blockDefinition(block).elements(block, scheduler);
}
