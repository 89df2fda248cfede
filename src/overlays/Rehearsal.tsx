import type { ReactElement } from 'react';
import { Dialog } from './Dialog';
import type { OverlayProps } from './Overlays';

export function Rehearsal({ player }: OverlayProps): ReactElement {
  return (
    <Dialog player={player} title="Rehearsal">
      <p>Rehearsal</p>
    </Dialog>
  );
}
