import type { ReactElement } from 'react';
import { Dialog } from './Dialog';
import type { OverlayProps } from './Overlays';

export function GoTo({ player }: OverlayProps): ReactElement {
  return (
    <Dialog player={player} title="GoTo">
      <p>GoTo</p>
    </Dialog>
  );
}
