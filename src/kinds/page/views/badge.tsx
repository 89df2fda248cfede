import type { ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Icon } from '../Parts';

interface Badge {
  readonly text: string;
  readonly tone?: string | undefined;
  readonly icon?: string | undefined;
  readonly solid?: boolean | undefined;
}

export default function BadgeView({ part: { text, tone = 'dim', icon, solid }, root }: PartProps<Badge>): ReactElement {
  return (
    <span {...root(`part-badge tone-${tone}${solid ? ' part-badge--solid' : ''}`)}>
      <Icon name={icon} />
      <BidiText text={text} />
    </span>
  );
}
