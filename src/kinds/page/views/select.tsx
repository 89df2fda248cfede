import type { ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import './control.css';

interface Select {
  readonly label?: string | undefined;
  readonly value: string;
  readonly options?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
}

export default function SelectView({ part: { label, value, options = [], open }, root }: PartProps<Select>): ReactElement {
  return (
    <div {...root('part-control')} data-control>
      {label !== undefined && (
        <span className="part-control__label">
          <BidiText text={label} />
        </span>
      )}
      <div className="part-control__box">
        <span className="part-control__value">
          <BidiText text={value} />
        </span>
        <span className="part-control__arrow" aria-hidden="true" />
        {open && options.length > 0 && (
          <span className="part-choices">
            {options.map((option, index) => (
              <span key={index} className={`part-choices__item${option === value ? ' part-choices__item--active' : ''}`}>
                <BidiText text={option} />
              </span>
            ))}
          </span>
        )}
      </div>
    </div>
  );
}
