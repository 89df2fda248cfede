import type { ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Avatar } from '../Avatar';

interface AvatarFields {
  readonly name: string;
  readonly icon?: string | undefined;
  readonly named?: boolean | undefined;
}

export default function AvatarView({ part: { name, icon, named }, root }: PartProps<AvatarFields>): ReactElement {
  return (
    <span {...root('part-person')}>
      <Avatar name={name} icon={icon} />
      {named && <BidiText text={name} />}
    </span>
  );
}
