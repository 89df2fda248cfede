import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import type { PartProps } from '../PageContext';
import { Words } from '../Parts';
import './toggle.css';

interface Switch {
  readonly label: InlineText;
  readonly checked?: boolean | undefined;
  readonly note?: InlineText | undefined;
}

export default function SwitchView({ part: { label, checked = false, note }, root }: PartProps<Switch>): ReactElement {
  return (
    <div {...root('part-toggle part-toggle--switch')} role="switch" aria-checked={checked} aria-disabled="true" data-control>
      <div className="part-toggle__words">
        <Words text={label} className="part-toggle__label" />
        <Words text={note} className="part-toggle__note" />
      </div>
      <span className={`part-toggle__track${checked ? ' part-toggle__track--on' : ''}`} aria-hidden="true">
        <span className="part-toggle__knob moving" />
      </span>
    </div>
  );
}
