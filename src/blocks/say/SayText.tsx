import type { ReactElement } from 'react';
import { plainText } from '../../core/richText';
import { BidiText } from '../../kinds/parts/BidiText';
import { textAndPause, type BlockOf, type BlockTextProps } from '../block';

export function SayText({ block }: BlockTextProps<BlockOf<'say'>>): ReactElement {
  return (
    <>
      {block.text.map((line, index) => (
        <p key={index}>
          {index === 0 && (
            <>
              <b>{block.who}</b>{' '}
            </>
          )}
          <BidiText text={plainText(textAndPause(line).text)} />
        </p>
      ))}
    </>
  );
}
