import type { ReactElement } from 'react';
import { plainText } from '../../core/richText';
import { BidiText } from '../../kinds/parts/BidiText';
import type { BlockOf, BlockTextProps } from '../block';

export function SayText({ block }: BlockTextProps<BlockOf<'say'>>): ReactElement {
  return (
    <>
      {block.text.map((text, index) => (
        <p key={index}>
          {index === 0 && (
            <>
              <b>{block.who}</b>{' '}
            </>
          )}
          <BidiText text={plainText(text)} />
        </p>
      ))}
    </>
  );
}
