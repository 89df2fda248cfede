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

/** What the stage is drawn from. That it has been drawn is no part of it, and draws nothing again. */
export function useStage(player: Player): Omit<PlayerState, 'painted'> {
  const timeline = usePlayerPart(player, (state) => state.timeline);
  const show = usePlayerPart(player, (state) => state.show);
  const position = usePlayerPart(player, (state) => state.position);
  const motion = usePlayerPart(player, (state) => state.motion);
  return { timeline, show, position, motion };
}
