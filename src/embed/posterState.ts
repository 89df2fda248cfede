import { isMotionEnabled, watchMotion } from '../player/motion';
import type { Player } from '../player/player';

/** The way in: a poster until somebody starts the story. */
export interface PosterState {
  readonly isStarted: () => boolean;
  /** Takes the poster away and plays; only the first time does anything. A story that stands at its first stop types it. */
  readonly start: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes the entry of a player that stands still, and keeps `root` true: `data-embed` is `poster`, then `open`. */
export function createPosterState(player: Player, root: HTMLElement): PosterState {
  const listeners = new Set<() => void>();
  let isStarted = false;
  root.dataset['embed'] = 'poster';
  return {
    isStarted: () => isStarted,
    start: () => {
      if (isStarted) return;
      isStarted = true;
      root.dataset['embed'] = 'open';
      player.setMotion(isMotionEnabled());
      watchMotion(player.setMotion);
      if (player.getState().position.stop === 0) player.press('replay');
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
