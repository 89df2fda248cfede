import { actionOf, keyOf, type KeyAction } from '../core/keymap';
import type { Move, Player } from './player';
import { typeKey } from '../core/pendingNumber';
import { enterFullscreen, leaveFullscreen, toggleFullscreen } from './fullscreen';
import { reloadFromCopy } from './reloadFromCache';

/** Marks the player’s own text fields: there, keys belong to the text. The story’s fake fields carry no mark. */
const OWN_FIELD = '[data-own-field]';

/** Keys that mean nothing to a text: they close what lies on top, and keep a clicker from reloading the page. */
const NEVER_TEXT = new Set(['Escape', 'F5']);

/** Keys that press a focused button or follow a focused link. */
const ACTIVATION = new Set(['Enter', ' ']);

/** What a key can do beyond the show itself. */
export interface KeyEffects {
  readonly openSpeaker: () => void;
  /** Makes this stage the one that leads its talk. */
  readonly takeLead: () => void;
}

/** A listener that may take a key for itself, such as an overlay with a list to move in. Returns whether it did. */
export type KeyTaker = (event: KeyboardEvent) => boolean;

const takers = new Set<KeyTaker>();

/** Lets `taker` have keys before the stage, until the returned function is called. */
export function takeKeys(taker: KeyTaker): () => void {
  takers.add(taker);
  return () => takers.delete(taker);
}

/** Whether the key is for the focused control itself rather than for the stage. */
export function belongsToControl(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(OWN_FIELD)) return !NEVER_TEXT.has(event.key);
  if (!ACTIVATION.has(event.key)) return false;
  return target?.closest(event.key === 'Enter' ? 'a[href], button:not([disabled])' : 'button:not([disabled])') != null;
}

/** Does what a key means. Moves count once for each press; the rest ignores held keys. */
function act(player: Player, effects: KeyEffects, action: KeyAction, at: number, repeat: boolean): void {
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
      if (!repeat || REPEATING.has(action)) player.press(action satisfies Move, at, repeat);
  }
}

const REPEATING = new Set<KeyAction>(['next', 'prev', 'nextScene', 'prevScene', 'larger', 'smaller']);

/** Handles one key press; returns whether it meant anything. */
function handleKey(player: Player, effects: KeyEffects, event: KeyboardEvent): boolean {
  for (const taker of takers) if (taker(event)) return true;
  if (belongsToControl(event)) return false;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  const typed = plain ? typeKey(player.getState().show.typed, keyOf(event), event.timeStamp) : undefined;
  if (typed) {
    player.perform({ type: 'type', typed, at: event.timeStamp });
    return true;
  }
  const action = actionOf(event);
  if (!action) return false;
  act(player, effects, action, event.timeStamp, event.repeat);
  return true;
}

/**
 * Lets the keyboard and the clicker drive `player`. Listens before anything on the page can swallow a key.
 * `early` holds presses from before the player was there; they count as if it had been. Returns the way to stop.
 */
export function bindKeyboard(player: Player, effects: KeyEffects, early: readonly KeyboardEvent[] = []): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    // Esc keeps its own meaning besides: the browser leaves full screen with it.
    if (reloadFromCopy(event) || (handleKey(player, effects, event) && event.key !== 'Escape')) event.preventDefault();
  };
  for (const event of early) handleKey(player, effects, event);
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}
