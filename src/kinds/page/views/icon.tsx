import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { Icon } from '../Parts';

interface IconFields {
  readonly icon: string;
  readonly tone?: string | undefined;
  readonly size?: string | undefined;
}

export default function IconView({ part: { icon, tone, size = 'normal' }, root }: PartProps<IconFields>): ReactElement {
  return (
    <span {...root(`part-icon-part part-icon-part--${size}${tone ? ` tone-${tone}` : ''}`)}>
      <Icon name={icon} />
    </span>
  );
}
