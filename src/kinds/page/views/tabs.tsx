import type { ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Parts } from '../Parts';
import type { PartReference } from '../schema/part';
import './tabs.css';

interface Tabs {
  readonly items: readonly string[];
  readonly active?: string | undefined;
  readonly parts?: readonly PartReference[] | undefined;
}

export default function TabsView({ part: { items, active, parts }, root }: PartProps<Tabs>): ReactElement {
  return (
    <div {...root('part-tabs')}>
      <div className="part-tabs__row">
        {items.map((item, index) => (
          <span key={index} className={`part-tabs__tab${item === active ? ' part-tabs__tab--active' : ''}`}>
            <BidiText text={item} />
          </span>
        ))}
      </div>
      {parts && <Parts of={parts} />}
    </div>
  );
}
