import { useCallback, useSyncExternalStore } from 'react';
import { whenIdle } from '../scheduling/whenIdle';
import type { Player, PlayerState } from './player';

/** The player’s state, drawn again whenever it changes. */
export function usePlayer(player: Player): PlayerState {
  return useSyncExternalStore(player.subscribe, player.getState, player.getInitialState);
}

/** What `pick` takes of the state, drawn again only when that is another. It has to take what is there, not make something. */
export function usePlayerSelector<T>(player: Player, select: (state: PlayerState) => T): T {
  return useSyncExternalStore(
    player.subscribe,
    () => select(player.getState()),
    () => select(player.getInitialState()),
  );
}

/** What the stage is drawn from. That it has been drawn is no part of it, and draws nothing again. */
export function useStageState(player: Player): Omit<PlayerState, 'paintedArrival' | 'isLeader'> {
  const timeline = usePlayerSelector(player, (state) => state.timeline);
  const show = usePlayerSelector(player, (state) => state.show);
  const position = usePlayerSelector(player, (state) => state.position);
  const motion = usePlayerSelector(player, (state) => state.motion);
  return { timeline, show, position, motion };
}

/**
 * The same, drawn again when the page has time: for what nobody waits for, and the picture must not wait for either.
 * Belongs in a memoized component, as any other is drawn with what is around it.
 */
export function useIdlePlayerSelector<T>(player: Player, select: (state: PlayerState) => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      let cancelIdle = (): void => {};
      const stop = player.subscribe(() => {
        cancelIdle();
        cancelIdle = whenIdle(listener);
      });
      return () => {
        cancelIdle();
        stop();
      };
    },
    [player],
  );
  return useSyncExternalStore(
    subscribe,
    () => select(player.getState()),
    () => select(player.getInitialState()),
  );
}
