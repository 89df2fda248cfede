import { useCallback, useSyncExternalStore } from 'react';
import { whenIdle } from '../scheduling/whenIdle';
import type { Player, PlayerState } from './player';

export function usePlayer(player: Player): PlayerState {
  return useSyncExternalStore(player.subscribe, player.getState, player.getInitialState);
}

/** Returns a part of the state and renders only when that part changes. `select` must not create objects. */
export function usePlayerSelector<T>(player: Player, select: (state: PlayerState) => T): T {
  return useSyncExternalStore(
    player.subscribe,
    () => select(player.getState()),
    () => select(player.getInitialState()),
  );
}

/** Returns the parts of the state that the stage renders. Changes of the other parts render nothing again. */
export function useStageState(player: Player): Omit<PlayerState, 'paintedArrival' | 'isLeader'> {
  const timeline = usePlayerSelector(player, (state) => state.timeline);
  const show = usePlayerSelector(player, (state) => state.show);
  const position = usePlayerSelector(player, (state) => state.position);
  const motion = usePlayerSelector(player, (state) => state.motion);
  return { timeline, show, position, motion };
}

/**
 * Like {@link usePlayerSelector}, but renders in idle time, for parts that must not delay the frame (ADR 011). The component
 * must be memoized; otherwise it also renders with its parent.
 */
export function useIdlePlayerSelector<T>(player: Player, select: (state: PlayerState) => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      let cancelIdle = (): void => {};
      const unsubscribe = player.subscribe(() => {
        cancelIdle();
        cancelIdle = whenIdle(listener);
      });
      return () => {
        cancelIdle();
        unsubscribe();
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
