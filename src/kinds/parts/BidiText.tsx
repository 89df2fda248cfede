import { Fragment, type ReactElement } from 'react';
import { isRightToLeft, leftToRightSpans } from '../../core/direction';

interface BidiTextProps {
  readonly text: string;
  /** Whether the text belongs to right-to-left text. @default whether it has right-to-left letters */
  readonly rightToLeft?: boolean;
}

/** A text of the story. In right-to-left text, paths, options and names that start or end with punctuation stay left to right. */
export function BidiText({ text, rightToLeft = isRightToLeft(text) }: BidiTextProps): ReactElement {
  const spans = rightToLeft ? leftToRightSpans(text) : [];
  return (
    <>
      {spans.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(spans[index - 1]?.[1] ?? 0, from)}
          <bdi dir="ltr">{text.slice(from, to)}</bdi>
        </Fragment>
      ))}
      {text.slice(spans.at(-1)?.[1] ?? 0)}
    </>
  );
}
