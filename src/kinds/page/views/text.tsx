import type { ReactElement } from 'react';
import type { InlineText as InlineTextValue } from '../../../core/inlineText';
import { InlineText } from '../../parts/InlineText';
import type { PartProps } from '../PageContext';
import { Icon } from '../Parts';

interface Text {
  readonly text: InlineTextValue;
  readonly tone?: string | undefined;
  readonly size?: string | undefined;
  readonly align?: string | undefined;
  readonly icon?: string | undefined;
}

export default function TextView({ part: { text, tone, size = 'normal', align = 'start', icon }, root }: PartProps<Text>): ReactElement {
  return (
    <p {...root(`part-text part-text--${size} part-text--${align}${tone ? ` tone-${tone}` : ''}`)} dir="auto">
      <Icon name={icon} />
      <span>
        <InlineText text={text} />
      </span>
    </p>
  );
}
