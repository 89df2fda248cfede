import type { BlockDefinition, BlockOf } from '../block';

export const clearBlock: BlockDefinition<BlockOf<'clear'>> = { elements: () => [], textLines: () => [] };
