import type { ReactElement } from 'react';
import type { InlineText as InlineTextValue } from '../../../core/inlineText';
import { InlineText } from '../../parts/InlineText';
import type { PartProps } from '../PageContext';
import { Icon } from '../Parts';

interface Heading {
  readonly text: InlineTextValue;
  readonly level: number;
  readonly note?: InlineTextValue | undefined;
  readonly icon?: string | undefined;
}

export default function HeadingView({ part: { text, level, note, icon }, root }: PartProps<Heading>): ReactElement {
  return (
    <h2 {...root(`part-heading part-heading--${level}`)} dir="auto">
      <Icon name={icon} />
      <InlineText text={text} />
      {note && (
        <span className="part-heading__note">
          {' '}
          <InlineText text={note} />
        </span>
      )}
    </h2>
  );
}
