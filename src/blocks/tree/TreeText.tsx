import type { ReactElement } from 'react';
import type { BlockOf, BlockTextProps } from '../block';

export function TreeText({ block }: BlockTextProps<BlockOf<'tree'>>): ReactElement {
  return <pre dir="auto">{block.lines.join('\n')}</pre>;
}
