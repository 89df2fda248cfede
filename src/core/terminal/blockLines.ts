import { blockDefinition } from '../../blocks/registry';
import type { Block } from '../story';

/** Returns everything a block shows, one string per line of the story. Text that is replaced on screen comes first. */
export function blockLines(block: Block): readonly string[] {
  return blockDefinition(block).textLines(block);
}
