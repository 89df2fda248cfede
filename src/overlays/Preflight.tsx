import type { ReactElement } from 'react';
import { Dialog } from './Dialog';
import type { OverlayProps } from './Overlays';

export function Preflight({ player }: OverlayProps): ReactElement {
  return (
    <Dialog player={player} title="Preflight">
      <p>Preflight</p>
    </Dialog>
  );
}
