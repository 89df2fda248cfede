import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import type { PartProps } from '../PageContext';
import { Parts, Words } from '../Parts';
import type { PartReference } from '../schema/part';

interface Section {
  readonly title?: InlineText | undefined;
  readonly note?: InlineText | undefined;
  readonly parts: readonly PartReference[];
}

export default function SectionView({ part: { title, note, parts }, root }: PartProps<Section>): ReactElement {
  return (
    <section {...root('part-section')}>
      {(title ?? note) && (
        <header className="part-section__head">
          <Words text={title} className="part-section__title" as="h3" />
          <Words text={note} className="part-section__note" as="span" />
        </header>
      )}
      <Parts of={parts} />
    </section>
  );
}
