import { useSyncExternalStore, type ReactElement } from 'react';
import { sharedShow } from '../core/speakerProtocol';
import { hasBegun } from '../core/show';
import { offlineState, takeUpdate, watchOffline } from '../player/serviceWorker';
import type { Player } from '../player/player';
import { usePlayerPart } from '../player/usePlayer';

/** Offers a newer version of the page, as long as the talk has not begun. Who does not take it gets it at the next visit. */
export function UpdateOffer({ player }: { readonly player: Player }): ReactElement | null {
  const { update } = useSyncExternalStore(watchOffline, offlineState, offlineState);
  const begun = usePlayerPart(player, ({ show }) => hasBegun(sharedShow(show)));
  if (update === 'none' || begun) return null;
  return (
    <button type="button" className="status__offer" onClick={takeUpdate}>
      {update === 'waiting' ? 'New version: load it' : 'New version: close this page’s other tabs first'}
    </button>
  );
}
