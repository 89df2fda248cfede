import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import type { PartProps } from '../PageContext';
import { Cell } from '../Parts';
import type { PartReference } from '../schema/part';
import './list.css';

interface List {
  readonly items: readonly (InlineText | PartReference)[];
  readonly marker?: string | undefined;
}

export default function ListView({ part: { items, marker = 'bullet' }, root }: PartProps<List>): ReactElement {
  return (
    <ul {...root(`part-list part-list--${marker}`)}>
      {items.map((item, index) => (
        <li key={index} className="part-list__item">
          {marker !== 'none' && (
            <span className="part-list__marker" aria-hidden="true">
              {marker === 'number' ? `${index + 1}.` : marker === 'check' ? '✓' : '•'}
            </span>
          )}
          <div className="part-list__inside" dir="auto">
            <Cell value={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}
