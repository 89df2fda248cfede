import { actionForKey, layoutIndependentKey, type KeyAction } from '../core/keymap';
import type { SimpleCommand, Player } from './player';
import { appendKey } from '../core/pendingNumber';
import { enterFullscreen, leaveFullscreen, toggleFullscreen } from './fullscreen';
import { reloadFromCache } from './reloadFromCache';

/** Selects the player’s own text fields, in which keys edit the text. It does not match the story’s fake fields. */
const OWN_FIELD = '[data-own-field]';

/** Keys that act even in a text field: Esc closes the top layer, and F5, which clickers send, must not reload the page. */
const NON_TEXT_KEYS = new Set(['Escape', 'F5']);

/** Keys that press a focused button or follow a focused link. */
const ACTIVATION_KEYS = new Set(['Enter', ' ']);

/** Effects of keys that do not change the show state. */
export interface KeyEffects {
  readonly openSpeaker: () => void;
  /** Makes this stage the one that leads its talk. */
  readonly takeLead: () => void;
}

/** A listener that gets keys before the stage, such as an overlay with a list. Returns whether it handled the key. */
export type KeyInterceptor = (event: KeyboardEvent) => boolean;

const interceptors = new Set<KeyInterceptor>();

/** Calls `interceptor` with each key before the stage. Returns a function that removes it. */
export function interceptKeys(interceptor: KeyInterceptor): () => void {
  interceptors.add(interceptor);
  return () => interceptors.delete(interceptor);
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

/** Runs `action`. A held key repeats only {@link REPEATABLE_ACTIONS}. */
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
      // With a locked keyboard, the browser does not leave full screen by Esc, so the player does when nothing else was open.
      if (player.getState().show === before) void leaveFullscreen();
      return;
    }
    case 'clearInk':
      // src/pointing takes the key while there is ink.
      return;
    default:
      if (!repeat || REPEATABLE_ACTIONS.has(action)) player.press(action satisfies SimpleCommand, at, repeat);
  }
}

/** Handles one key press. Returns whether it had an effect. */
function handleKey(player: Player, effects: KeyEffects, event: KeyboardEvent): boolean {
  for (const interceptor of interceptors) if (interceptor(event)) return true;
  if (isHandledByControl(event)) return false;
  if (player.typing?.handleKey(player.getState().show, event, player.press)) return true;
  const pendingNumber = isPlainKey(event)
    ? appendKey(player.getState().show.pendingNumber, layoutIndependentKey(event), event.timeStamp)
    : undefined;
  if (pendingNumber) {
    player.dispatch({ type: 'pendingNumber', pendingNumber, at: event.timeStamp });
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
    // Esc keeps its default action, by which the browser leaves full screen.
    if (reloadFromCache(event) || (handle(event) && event.key !== 'Escape')) event.preventDefault();
  };
  earlyEvents.forEach(handle);
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** Dispatches keys of the keyboard and of clickers to `player`. `earlyEvents` were kept by `boot.ts`. Returns a cleanup function. */
export function bindKeyboard(player: Player, effects: KeyEffects, earlyEvents?: readonly KeyboardEvent[]): () => void {
  return listenToKeys((event) => handleKey(player, effects, event), earlyEvents);
}
