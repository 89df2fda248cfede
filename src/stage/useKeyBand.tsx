import { useEffect, useState, type ReactElement } from 'react';
import { areKeysShown, hasKeys } from '../core/shownKeys';
import { loadChunk } from '../loading/loadChunk';
import type { Player, PlayerState } from '../player/player';
import type { KeyBand } from './KeyBand';

let loaded: typeof KeyBand | undefined;

/** Loads the band with pressed keys. Rejects if it does not load. */
async function loadKeyBand(): Promise<void> {
  loaded ??= (await loadChunk('The pressed keys', () => import('./KeyBand'))).KeyBand;
}

/** Loads the band if the stage begins with it. Returns whether it does. Without the band the talk goes on. */
export async function prepareKeyBand(state: Pick<PlayerState, 'show' | 'timeline'>): Promise<boolean> {
  const wanted = wantsKeyBand(state);
  if (wanted) await loadKeyBand().catch(() => {});
  return wanted;
}

function wantsKeyBand({ show, timeline }: Pick<PlayerState, 'show' | 'timeline'>): boolean {
  return areKeysShown(show.settings, timeline.story) && hasKeys(timeline.story);
}

/** Returns the band with pressed keys once it is wanted and loaded. It is loaded in idle time for stories that have keys. */
export function useKeyBand(
  player: Player,
  { show, timeline }: Pick<PlayerState, 'show' | 'timeline'>,
  canPreload: boolean,
): ReactElement | undefined {
  const wanted = wantsKeyBand({ show, timeline });
  const [Band, setBand] = useState(() => loaded);
  const mayLoad = wanted || (canPreload && hasKeys(timeline.story));
  useEffect(() => {
    // Without it the talk goes on.
    if (mayLoad && !Band)
      loadKeyBand().then(
        () => setBand(() => loaded),
        () => {},
      );
  }, [mayLoad, Band]);
  return wanted && Band ? <Band player={player} /> : undefined;
}
