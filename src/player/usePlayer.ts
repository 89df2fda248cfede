import { useSyncExternalStore } from 'react';
import type { Player, PlayerState } from './player';

/** The player’s state, drawn again whenever it changes. */
export function usePlayer(player: Player): PlayerState {
  return useSyncExternalStore(player.subscribe, player.getState, player.getState);
}
