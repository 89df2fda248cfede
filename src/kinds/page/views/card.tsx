import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import type { PartProps } from '../PageContext';
import { Icon, Parts, Words } from '../Parts';
import type { PartReference } from '../schema/part';
import './card.css';

interface Card {
  readonly title?: InlineText | undefined;
  readonly note?: InlineText | undefined;
  readonly icon?: string | undefined;
  readonly tone?: string | undefined;
  readonly flush?: boolean | undefined;
  readonly parts: readonly PartReference[];
}

export default function CardView({ part: { title, note, icon, tone, flush, parts }, root }: PartProps<Card>): ReactElement {
  return (
    <section {...root(`part-card${tone ? ` part-card--toned tone-${tone}` : ''}${flush ? ' part-card--flush' : ''}`)}>
      {(title ?? note ?? icon) && (
        <header className="part-card__head">
          <Icon name={icon} />
          <Words text={title} className="part-card__title" as="h3" />
          <Words text={note} className="part-card__note" as="span" />
        </header>
      )}
      <div className="part-card__body">
        <Parts of={parts} />
      </div>
    </section>
  );
}
