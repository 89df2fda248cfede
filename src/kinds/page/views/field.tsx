import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Words } from '../Parts';
import { TypedText } from '../TypedText';
import './control.css';

interface Field {
  readonly label?: string | undefined;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly input?: string | undefined;
  readonly hint?: InlineText | undefined;
  readonly error?: InlineText | undefined;
}

export default function FieldView({ part, root }: PartProps<Field>): ReactElement {
  const { label, value, placeholder, input = 'text', hint, error, key } = part;
  return (
    <div {...root(`part-control${error ? ' part-control--error' : ''}`)}>
      {label !== undefined && (
        <span className="part-control__label">
          <BidiText text={label} />
        </span>
      )}
      <div className={`part-control__box part-control__box--${input}`}>
        {input === 'search' && (
          <svg className="part-icon" viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="11" cy="11" r="7" />
            <path d="m20 20-4-4" />
          </svg>
        )}
        <span className="part-control__value">
          {value ? (
            <TypedText text={value} partKey={key} masked={input === 'password'} />
          ) : (
            <span className="part-control__placeholder">{placeholder !== undefined && <BidiText text={placeholder} />}</span>
          )}
        </span>
      </div>
      <Words text={error ?? hint} className="part-control__hint" />
    </div>
  );
}
