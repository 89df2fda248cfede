import type { ReactElement } from 'react';
import { plainText, type InlineText } from '../../../core/inlineText';
import type { PartProps } from '../PageContext';
import { Words } from '../Parts';
import './progress.css';

interface Progress {
  readonly label?: InlineText | undefined;
  readonly value: number;
  readonly note?: InlineText | undefined;
  readonly tone?: string | undefined;
}

export default function ProgressView({ part: { label, value, note, tone = 'accent' }, root }: PartProps<Progress>): ReactElement {
  return (
    <div {...root(`part-progress tone-${tone}`)}>
      {(label ?? note) && (
        <div className="part-progress__head">
          <Words text={label} className="part-progress__label" as="span" />
          <Words text={note} className="part-progress__note" as="span" />
        </div>
      )}
      <div
        className="part-progress__track"
        role="progressbar"
        aria-label={plainText(label ?? ['Progress'])}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className="part-progress__bar moving" style={{ width: `${value}%` }} />
      </div>
    </div>
  );
}
