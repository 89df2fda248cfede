import { actionForKey, layoutIndependentKey } from '../core/keymap';
import { interceptKeys } from '../player/keyboard';
import type { Player } from '../player/player';
import type { PointingLink } from './pointingLink';

/** Milliseconds from which on a press of the laser's key counts as held: the laser goes off with it. */
const HOLD_MS = 350;

/**
 * Ends the laser when its key is let go after it was held, and has Delete remove the ink of the stop that `getStop` names. Returns a
 * cleanup function.
 */
export function bindPointingKeys(player: Player, link: PointingLink, getStop: () => string): () => void {
  let { tool } = player.getState().show;
  let onSince = performance.now();
  /** Whether the press that turned the laser on lasts. */
  let isDown = false;
  const unsubscribe = player.subscribe(({ show }) => {
    if (show.tool !== tool) onSince = performance.now();
    tool = show.tool;
  });
  const onKeyUp = (event: KeyboardEvent): void => {
    const isLaserKey = actionForKey({ ...modifiersOf(event), key: layoutIndependentKey(event), code: event.code }) === 'laser';
    if (isLaserKey && tool === 'laser' && event.timeStamp - onSince >= HOLD_MS && isDown) player.press('laser', event.timeStamp);
    if (isLaserKey) isDown = false;
  };
  const stopIntercepting = interceptKeys((event) => {
    const action = actionForKey(event);
    if (action === 'laser') isDown = tool !== 'laser' || (isDown && event.repeat);
    if (action !== 'clearInk' || !link.getState().ink[getStop()]?.length) return false;
    link.dispatch({ type: 'clear', stop: getStop() });
    return true;
  });
  // Another window gets the key's end.
  const onBlur = (): void => {
    if (isDown && tool === 'laser') player.press('laser');
    isDown = false;
  };
  document.addEventListener('keyup', onKeyUp, { capture: true });
  addEventListener('blur', onBlur);
  return () => {
    unsubscribe();
    stopIntercepting();
    document.removeEventListener('keyup', onKeyUp, { capture: true });
    removeEventListener('blur', onBlur);
  };
}

/** A held modifier does not matter when a key is let go. */
function modifiersOf({ isComposing }: KeyboardEvent) {
  return { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing };
}
