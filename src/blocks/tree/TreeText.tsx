import type { ReactElement } from 'react';
import { treeBlock } from './block';
import type { BlockOf, BlockTextProps } from '../block';

export function TreeText({ block }: BlockTextProps<BlockOf<'tree'>>): ReactElement {
  return <pre dir="auto">{treeBlock.textLines(block).join('\n')}</pre>;
}
