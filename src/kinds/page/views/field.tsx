import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { usePage, Words } from '../Parts';
import { maskOf, TypedText } from '../TypedText';
import './control.css';

interface Field {
  readonly label?: string | undefined;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly input?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly hint?: InlineText | undefined;
  readonly error?: InlineText | undefined;
}

export default function FieldView({ part, root }: PartProps<Field>): ReactElement {
  const { label, value, placeholder, input = 'text', disabled = false, hint, error, key } = part;
  const { scene } = usePage();
  const isMasked = input === 'password';
  // Words that are typed appear letter by letter, and those of an area have several lines.
  const isLine = input !== 'area' && !scene.steps.some(({ typed }) => typed?.[key]);
  const state = `${error ? ' part-control--error' : ''}${disabled ? ' part-control--disabled' : ''}`;
  return (
    <div {...root(`part-control${state}`)} data-control>
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
        {isLine ? (
          <input
            className="part-control__value"
            type="text"
            aria-label={label ?? placeholder}
            value={value && isMasked ? maskOf(value) : (value ?? '')}
            placeholder={placeholder}
            // A value, such as an e-mail address, has the direction of its letters; a placeholder that of the page.
            dir={value ? 'auto' : undefined}
            readOnly
            disabled={disabled}
            tabIndex={-1}
            autoComplete="off"
            spellCheck={false}
          />
        ) : (
          <span className="part-control__value">
            {value ? (
              <TypedText text={value} partKey={key} masked={isMasked} />
            ) : (
              <span className="part-control__placeholder">{placeholder !== undefined && <BidiText text={placeholder} />}</span>
            )}
          </span>
        )}
      </div>
      <Words text={error ?? hint} className="part-control__hint" />
    </div>
  );
}
