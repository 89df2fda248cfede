import type { ReactElement } from 'react';
import { tabsLine } from '../../core/codeLines';
import type { BlockOf, BlockTextProps } from '../block';

export function CodeText({ block }: BlockTextProps<BlockOf<'code'>>): ReactElement {
  const { label, lines } = block;
  const tabs = tabsLine(block);
  return (
    <figure>
      {tabs !== undefined && <p>{tabs}</p>}
      {label !== undefined && <figcaption>{label}</figcaption>}
      <pre dir="ltr">
        <code>{lines.map((tokens) => tokens.map(([text]) => text).join('')).join('\n')}</code>
      </pre>
    </figure>
  );
}
