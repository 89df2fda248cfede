import type { ReactElement } from 'react';
import { plainText } from '../../core/richText';
import type { BlockOf, BlockTextProps } from '../block';

export function ListText({ block }: BlockTextProps<BlockOf<'list'>>): ReactElement {
  return (
    <>
      {block.heading !== undefined && <p>{plainText(block.heading)}</p>}
      <ul>
        {block.items.map((item, index) => (
          <li key={index}>
            {item.mark} {plainText(item.text)}
          </li>
        ))}
      </ul>
    </>
  );
}
