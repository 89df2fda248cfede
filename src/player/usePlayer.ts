import { useCallback, useSyncExternalStore } from 'react';
import { whenIdle } from '../scheduling/whenIdle';
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
export function useStage(player: Player): Omit<PlayerState, 'painted' | 'leads'> {
  const timeline = usePlayerPart(player, (state) => state.timeline);
  const show = usePlayerPart(player, (state) => state.show);
  const position = usePlayerPart(player, (state) => state.position);
  const motion = usePlayerPart(player, (state) => state.motion);
  return { timeline, show, position, motion };
}

/**
 * The same, drawn again when the page has time: for what nobody waits for, and the picture must not wait for either.
 * Belongs in a memoized component, as any other is drawn with what is around it.
 */
export function useLatePlayerPart<T>(player: Player, pick: (state: PlayerState) => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      let callOff = (): void => {};
      const stop = player.subscribe(() => {
        callOff();
        callOff = whenIdle(listener);
      });
      return () => {
        callOff();
        stop();
      };
    },
    [player],
  );
  const part = (): T => pick(player.getState());
  return useSyncExternalStore(subscribe, part, part);
}
