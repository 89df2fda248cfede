import { actionForKey, type KeyAction } from '../core/keymap';
import { toggleFullscreen } from '../player/fullscreen';
import { isHandledByControl, listenToKeys } from '../player/keyboard';
import type { Player } from '../player/player';
import type { PosterState } from './posterState';

/** The actions of keys in an embedded page, besides full screen. Presenter actions are disabled. */
const NAVIGATION_ACTIONS = ['next', 'prev', 'nextScene', 'prevScene', 'first', 'last'] as const satisfies readonly KeyAction[];

/** Dispatches keys to `player` after the visitor has started it. Returns a cleanup function. */
export function bindEmbedKeys(player: Player, poster: PosterState): () => void {
  return listenToKeys((event) => {
    if (!poster.isStarted() || isHandledByControl(event)) return false;
    const action = actionForKey(event);
    const move = NAVIGATION_ACTIONS.find((each) => each === action);
    if (move) player.press(move, event.timeStamp, event.repeat);
    else if (action === 'fullscreen' && !event.repeat) void toggleFullscreen();
    else return false;
    return true;
  });
}

/** Keeps wheel and touch events from the terminal, so that they scroll the host's page. Returns a cleanup function. */
export function passScrollToHost(root: HTMLElement): () => void {
  const pass = (event: Event): void => event.stopPropagation();
  for (const name of ['wheel', 'touchmove']) root.addEventListener(name, pass, { capture: true, passive: true });
  return () => {
    for (const name of ['wheel', 'touchmove']) root.removeEventListener(name, pass, { capture: true });
  };
}
