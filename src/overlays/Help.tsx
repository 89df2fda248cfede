import type { ReactElement } from 'react';
import { Dialog } from './Dialog';
import type { OverlayProps } from './Overlays';

export function Help({ player }: OverlayProps): ReactElement {
  return (
    <Dialog player={player} title="Help">
      <p>Help</p>
    </Dialog>
  );
}
