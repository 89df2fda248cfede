import { createStore, type Store } from '../core/createStore';
import { isMotionEnabled, watchMotion } from '../player/motion';
import type { Player } from '../player/player';

/** Whether the visitor has started the story; until then a poster covers it. */
export interface PosterState {
  readonly isStarted: () => boolean;
  /** Removes the poster and plays. Has no effect after the first call. The first stop plays from its beginning. */
  readonly start: () => void;
  readonly subscribe: Store<boolean>['subscribe'];
}

/** Creates the poster's state for a player without motion. Sets `data-embed` of `root` to `poster`, then to `open`. */
export function createPosterState(player: Player, root: HTMLElement): PosterState {
  const { getState, setState, subscribe } = createStore(false);
  root.dataset['embed'] = 'poster';
  return {
    isStarted: getState,
    start: () => {
      if (getState()) return;
      setState(true);
      root.dataset['embed'] = 'open';
      player.setMotion(isMotionEnabled());
      watchMotion(player.setMotion);
      if (player.getState().position.stop === 0) player.press('replay');
    },
    subscribe,
  };
}
