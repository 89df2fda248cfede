import type { ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import { ClickHint } from '../../parts/ClickHint';
import type { PartProps } from '../PageContext';
import { Icon, usePage, usePageStep } from '../Parts';
import './button.css';

interface Button {
  readonly label: string;
  readonly icon?: string | undefined;
  readonly look?: string | undefined;
  readonly wide?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** A button. Only the one that the step presses works; a click on another does not go to the next stop. */
export default function ButtonView({ part, root }: PartProps<Button>): ReactElement {
  const { label, icon, look = 'plain', wide, disabled, key } = part;
  const { onNext } = usePage();
  const { step } = usePageStep();
  const press = step.press?.key === key ? step.press : undefined;
  const classes = [
    'part-button',
    `part-button--${look}`,
    wide && 'part-button--wide',
    disabled && 'part-button--disabled',
    press && 'part-button--press',
  ];
  const button = (
    <button
      type="button"
      {...root(classes.filter(Boolean).join(' '))}
      {...(press ? { onClick: onNext } : { disabled: true, tabIndex: -1 })}
    >
      <Icon name={icon} />
      <span>
        <BidiText text={label} />
      </span>
    </button>
  );
  if (press?.hint === undefined) return button;
  return (
    <div className={`part-button-with-hint${wide ? ' part-button--wide' : ''}`}>
      <ClickHint hint={press.hint} onNext={onNext} />
      {button}
    </div>
  );
}
