import type { ReactElement } from 'react';
import { BidiText } from '../kinds/parts/BidiText';

export function TextLines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <>
      {lines.map((line, index) => (
        <p key={index}>
          <BidiText text={line} />
        </p>
      ))}
    </>
  );
}
