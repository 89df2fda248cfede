import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import type { PartProps } from '../PageContext';
import { Words } from '../Parts';
import './toggle.css';

interface Checkbox {
  readonly label: InlineText;
  readonly checked?: boolean | undefined;
  readonly note?: InlineText | undefined;
}

export default function CheckboxView({ part: { label, checked = false, note }, root }: PartProps<Checkbox>): ReactElement {
  return (
    <div {...root('part-toggle')} role="checkbox" aria-checked={checked} aria-disabled="true" data-control>
      <span className={`part-toggle__box${checked ? ' part-toggle__box--on' : ''}`} aria-hidden="true">
        {checked && (
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 12.5l4.6 4.6L19 7.4" />
          </svg>
        )}
      </span>
      <div className="part-toggle__words">
        <Words text={label} className="part-toggle__label" />
        <Words text={note} className="part-toggle__note" />
      </div>
    </div>
  );
}
