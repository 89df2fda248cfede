import { useSyncExternalStore } from 'react';
import type { Player, PlayerState } from './player';

/** The player’s state, drawn again whenever it changes. */
export function usePlayer(player: Player): PlayerState {
  return useSyncExternalStore(player.subscribe, player.getState, player.getState);
}

/** What `pick` takes of the state, drawn again only when that is another. It has to take what is there, not make something. */
export function usePlayerPart<T>(player: Player, pick: (state: PlayerState) => T): T {
  const part = (): T => pick(player.getState());
  return useSyncExternalStore(player.subscribe, part, part);
}
