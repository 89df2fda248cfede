import { actionForKey, layoutIndependentKey, type KeyAction } from '../core/keymap';
import type { SimpleCommand, Player } from './player';
import { appendKey } from '../core/pendingNumber';
import { enterFullscreen, leaveFullscreen, toggleFullscreen } from './fullscreen';
import { reloadFromCache } from './reloadFromCache';

/** Marks the player’s own text fields: there, keys belong to the text. The story’s fake fields carry no mark. */
const OWN_FIELD = '[data-own-field]';

/** Keys that mean nothing to a text: they close what lies on top, and keep a clicker from reloading the page. */
const NON_TEXT_KEYS = new Set(['Escape', 'F5']);

/** Keys that press a focused button or follow a focused link. */
const ACTIVATION_KEYS = new Set(['Enter', ' ']);

/** What a key can do beyond the show itself. */
export interface KeyEffects {
  readonly openSpeaker: () => void;
  /** Makes this stage the one that leads its talk. */
  readonly takeLead: () => void;
}

/** A listener that may take a key for itself, such as an overlay with a list to move in. Returns whether it did. */
export type KeyInterceptor = (event: KeyboardEvent) => boolean;

const interceptors = new Set<KeyInterceptor>();

/** Lets `taker` have keys before the stage, until the returned function is called. */
export function interceptKeys(taker: KeyInterceptor): () => void {
  interceptors.add(taker);
  return () => interceptors.delete(taker);
}

/** Whether the key is for the focused control itself rather than for the stage. */
export function isHandledByControl(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(OWN_FIELD)) return !NON_TEXT_KEYS.has(event.key);
  if (!ACTIVATION_KEYS.has(event.key)) return false;
  return target?.closest(event.key === 'Enter' ? 'a[href], button:not([disabled])' : 'button:not([disabled])') != null;
}

/** Actions that a held key repeats. */
export const REPEATABLE_ACTIONS: ReadonlySet<KeyAction> = new Set(['next', 'prev', 'nextScene', 'prevScene', 'larger', 'smaller']);

/** Whether the press may be part of a text: without Ctrl, Meta and Alt, and not of an input method. */
export function isPlainKey({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !isComposing;
}

/** Does what a key means. Moves count once for each press; the rest ignores held keys. */
function runAction(player: Player, effects: KeyEffects, action: KeyAction, at: number, repeat: boolean): void {
  switch (action) {
    case 'fullscreen':
      if (!repeat) void toggleFullscreen();
      return;
    case 'present':
      if (!repeat) void enterFullscreen();
      return;
    case 'speaker':
      if (!repeat) effects.openSpeaker();
      return;
    case 'escape': {
      const before = player.getState().show;
      player.press('escape', at);
      // With the keyboard locked in full screen, Esc is ours to obey: nothing lay on top, so it leaves.
      if (player.getState().show === before) void leaveFullscreen();
      return;
    }
    default:
      if (!repeat || REPEATABLE_ACTIONS.has(action)) player.press(action satisfies SimpleCommand, at, repeat);
  }
}

/** Handles one key press; returns whether it meant anything. */
function handleKey(player: Player, effects: KeyEffects, event: KeyboardEvent): boolean {
  for (const taker of interceptors) if (taker(event)) return true;
  if (isHandledByControl(event)) return false;
  const typed = isPlainKey(event)
    ? appendKey(player.getState().show.pendingNumber, layoutIndependentKey(event), event.timeStamp)
    : undefined;
  if (typed) {
    player.dispatch({ type: 'pendingNumber', pendingNumber: typed, at: event.timeStamp });
    return true;
  }
  const action = actionForKey(event);
  if (!action) return false;
  runAction(player, effects, action, event.timeStamp, event.repeat);
  return true;
}

/**
 * Calls `handle` with `earlyEvents`, then with each key press, before any other listener of the page. `handle` returns
 * whether it used the press; the browser then does nothing with it. Returns a cleanup function.
 */
export function listenToKeys(handle: (event: KeyboardEvent) => boolean, earlyEvents: readonly KeyboardEvent[] = []): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    // The browser leaves full screen with Esc.
    if (reloadFromCache(event) || (handle(event) && event.key !== 'Escape')) event.preventDefault();
  };
  earlyEvents.forEach(handle);
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** Lets the keyboard and the clicker drive `player`. `earlyEvents` were kept by `boot.ts`. Returns a cleanup function. */
export function bindKeyboard(player: Player, effects: KeyEffects, earlyEvents?: readonly KeyboardEvent[]): () => void {
  return listenToKeys((event) => handleKey(player, effects, event), earlyEvents);
}
