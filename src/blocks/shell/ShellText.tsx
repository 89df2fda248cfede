import type { ReactElement } from 'react';
import type { BlockOf, BlockTextProps } from '../block';

export function ShellText({ block }: BlockTextProps<BlockOf<'shell'>>): ReactElement {
  return (
    <pre dir="ltr">
      {block.prompt} <kbd>{block.command}</kbd>
    </pre>
  );
}
