import type { ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Icon, Parts } from '../Parts';
import type { PartReference } from '../schema/part';
import './nav.css';

type Item = string | { readonly label: string; readonly icon?: string | undefined; readonly count?: string | undefined };

interface Nav {
  readonly brand?: string | undefined;
  readonly icon?: string | undefined;
  readonly items: readonly Item[];
  readonly active?: string | undefined;
  readonly side?: boolean | undefined;
  readonly parts?: readonly PartReference[] | undefined;
}

export default function NavView({ part: { brand, icon, items, active, side, parts }, root }: PartProps<Nav>): ReactElement {
  return (
    <div {...root(side ? 'part-nav part-nav--side' : 'part-nav')}>
      {(brand ?? icon) && (
        <span className="part-nav__brand">
          <Icon name={icon} />
          {brand !== undefined && <BidiText text={brand} />}
        </span>
      )}
      <span className="part-nav__items">
        {items.map((item, index) => {
          const entry = typeof item === 'string' ? { label: item } : item;
          return (
            <span key={index} className={`part-nav__item${entry.label === active ? ' part-nav__item--active' : ''}`}>
              <Icon name={entry.icon} />
              <span className="part-nav__label">
                <BidiText text={entry.label} />
              </span>
              {entry.count !== undefined && <span className="part-nav__count">{entry.count}</span>}
            </span>
          );
        })}
      </span>
      {parts && (
        <span className="part-nav__end">
          <Parts of={parts} />
        </span>
      )}
    </div>
  );
}
