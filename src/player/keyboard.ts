import { actionOf } from '../core/keymap';
import type { Player } from './player';

/** Marks the player’s own text fields: there, keys belong to the text. The story’s fake fields carry no mark. */
const OWN_FIELD = '[data-own-field]';

/** Keys that press a focused button or follow a focused link. */
const ACTIVATION = new Set(['Enter', ' ']);

/** Whether the key is for the focused control itself rather than for the stage. */
function belongsToControl(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(OWN_FIELD)) return true;
  if (!ACTIVATION.has(event.key)) return false;
  return target?.closest(event.key === 'Enter' ? 'a[href], button:not([disabled])' : 'button:not([disabled])') != null;
}

/** Handles one key press; returns whether it meant anything. */
function handleKey(player: Player, event: KeyboardEvent): boolean {
  const action = actionOf(event);
  if (!action || belongsToControl(event)) return false;
  player.press(action, event.timeStamp, event.repeat);
  return true;
}

/**
 * Lets the keyboard and the clicker drive `player`. Listens before anything on the page can swallow a key.
 * `early` holds presses from before the player was there; they count as if it had been. Returns the way to stop.
 */
export function bindKeyboard(player: Player, early: readonly KeyboardEvent[] = []): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (handleKey(player, event)) event.preventDefault();
  };
  for (const event of early) handleKey(player, event);
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}
