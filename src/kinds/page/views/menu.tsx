import type { ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Icon } from '../Parts';
import './control.css';
import './button.css';

type Item = string | { readonly label: string; readonly icon?: string | undefined; readonly tone?: string | undefined };

interface Menu {
  readonly label: string;
  readonly icon?: string | undefined;
  readonly items: readonly Item[];
  readonly active?: string | undefined;
  readonly open?: boolean | undefined;
}

export default function MenuView({ part: { label, icon, items, active, open }, root }: PartProps<Menu>): ReactElement {
  return (
    <div {...root('part-menu')}>
      <span className="part-button part-button--plain">
        <Icon name={icon} />
        <span>
          <BidiText text={label} />
        </span>
        <span className="part-control__arrow" aria-hidden="true" />
      </span>
      {open && (
        <span className="part-choices">
          {items.map((item, index) => {
            const entry = typeof item === 'string' ? { label: item } : item;
            const tone = entry.tone === undefined ? '' : ` tone-${entry.tone}`;
            const classes = `part-choices__item${entry.label === active ? ' part-choices__item--active' : ''}${tone}`;
            return (
              <span key={index} className={classes}>
                <Icon name={entry.icon} />
                <BidiText text={entry.label} />
              </span>
            );
          })}
        </span>
      )}
    </div>
  );
}
