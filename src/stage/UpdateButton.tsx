import { useSyncExternalStore, type ReactElement } from 'react';
import { toSharedShowState } from '../core/speakerProtocol';
import { hasStarted } from '../core/show';
import { getOfflineState, applyUpdate, subscribeOfflineState } from '../player/serviceWorker';
import type { Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';

/** Offers a newer version of the page until the talk begins. It is activated at the next visit in any case (ADR 008). */
export function UpdateButton({ player }: { readonly player: Player }): ReactElement | null {
  const { update } = useSyncExternalStore(subscribeOfflineState, getOfflineState, getOfflineState);
  const hasBegun = usePlayerSelector(player, ({ show }) => hasStarted(toSharedShowState(show)));
  if (update === 'none' || hasBegun) return null;
  return (
    <button type="button" className="status__offer" onClick={applyUpdate}>
      {update === 'waiting' ? 'New version: load it' : 'New version: close this page’s other tabs first'}
    </button>
  );
}
