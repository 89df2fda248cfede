import type { ReactElement } from 'react';
import { plainText } from '../../core/richText';
import { TextLines } from '../TextLines';
import type { BlockOf, BlockTextProps } from '../block';

export function BadgeText({ block }: BlockTextProps<BlockOf<'badge'>>): ReactElement {
  return (
    <>
      <p>
        <b>{block.label}</b> {plainText(block.text)}
      </p>
      <TextLines lines={(block.detail ?? []).map(plainText)} />
    </>
  );
}
