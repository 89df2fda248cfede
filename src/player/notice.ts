import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from '../core/createStore';
import type { Player } from './player';
import { usePlayerSelector } from './usePlayer';

const { getState, setState, subscribe } = createStore<string | undefined>(undefined);

/** Shows one line below the stage until the next step, such as why a press had no effect. */
export const showNotice = setState;

/** Returns the current notice, and removes it with the next step of `player`. */
export function useNotice(player: Player): string | undefined {
  const arrival = usePlayerSelector(player, ({ show }) => show.position.arrival);
  useEffect(() => () => showNotice(undefined), [arrival]);
  return useSyncExternalStore(subscribe, getState, getState);
}
