import { actionForKey, layoutIndependentKey, type KeyAction } from '../core/keymap';
import { isRemoteAction } from '../core/speakerProtocol';
import { unexpiredNumber } from '../core/pendingNumber';
import { enterFullscreen, leaveFullscreen, toggleFullscreen } from '../player/fullscreen';
import { reloadFromCache } from '../player/reloadFromCache';
import type { SpeakerStore } from './speakerStore';

/** Marks the list of stops: while the focus is in it, these keys choose there. */
export const JUMP_LIST_ATTRIBUTE = 'data-jump-list';
const JUMP_LIST_KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Marks what scrolls: while the keyboard’s focus is in it, these keys are the browser’s. */
const SCROLLABLE = '[data-scrolls]';
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown']);

/** Actions a held key repeats. */
const REPEATABLE_ACTIONS = new Set<KeyAction>(['next', 'prev', 'nextScene', 'prevScene', 'larger', 'smaller']);

/** Whether the key is for the focused control itself. */
function belongsToControl({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key === 'Enter') return target.closest('a[href], button:not([disabled])') !== null;
  if (key === ' ') return target.closest('button:not([disabled])') !== null;
  return SCROLL_KEYS.has(key) && target.matches(':focus-visible') && target.closest(SCROLLABLE) !== null;
}

/** Moves the focus in the list of stops, if it is there. Returns whether it was. */
function moveFocusInList({ target, key }: KeyboardEvent): boolean {
  const move = JUMP_LIST_KEYS[key];
  const list = target instanceof Element ? target.closest(`[${JUMP_LIST_ATTRIBUTE}]`) : null;
  if (!move || !list) return false;
  const buttons = [...list.querySelectorAll('button')];
  const last = buttons.length - 1;
  buttons[Math.max(0, Math.min(move(buttons.indexOf(target as HTMLButtonElement), last), last))]?.focus();
  return true;
}

/** Handles one key press; returns whether it meant anything. */
function handleKey(store: SpeakerStore, event: KeyboardEvent): boolean {
  const typed = unexpiredNumber(store.getState().pendingNumber, event.timeStamp);
  // A number being typed comes first: its Enter is not for a button that happens to have the focus.
  if (!(typed && event.key === 'Enter') && belongsToControl(event)) return false;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (plain && moveFocusInList(event)) return true;
  if (plain && store.appendKey(layoutIndependentKey(event), event.timeStamp)) return true;
  const action = actionForKey(event);
  return action !== undefined && runAction(store, action, event.timeStamp, event.repeat);
}

/** Does what a key means here: on the stage, or to this window. Returns whether it means anything. */
function runAction(store: SpeakerStore, action: KeyAction, at: number, repeat: boolean): boolean {
  const run = isRemoteAction(action) ? () => store.sendAction(action, at, repeat) : localAction(store, action, at);
  if (run && (!repeat || REPEATABLE_ACTIONS.has(action))) run();
  return run !== undefined;
}

/** What an action does to this window; undefined where it has no meaning here. */
function localAction(store: SpeakerStore, action: KeyAction, at: number): (() => void) | undefined {
  switch (action) {
    case 'theme':
      return store.toggleTheme;
    case 'larger':
      return () => store.resizeNotes(1);
    case 'smaller':
      return () => store.resizeNotes(-1);
    case 'resetSize':
      return () => store.resizeNotes('reset');
    case 'fullscreen':
      return () => void toggleFullscreen();
    case 'present':
      return () => void enterFullscreen();
    case 'help':
      return () => store.setHelpOpen(!store.getState().isHelpOpen);
    case 'overview':
    case 'goto':
      return () => document.querySelector<HTMLElement>(`[${JUMP_LIST_ATTRIBUTE}] [aria-current]`)?.focus();
    case 'escape':
      return () => handleEscape(store, at);
    default:
      return undefined;
  }
}

/** Esc takes away the top layer of this window, then of the stage, then leaves full screen: one at a time. */
function handleEscape(store: SpeakerStore, at: number): void {
  const { pendingNumber, isHelpOpen, show } = store.getState();
  const active = document.activeElement;
  if (pendingNumber) store.setPendingNumber(undefined);
  else if (isHelpOpen) store.setHelpOpen(false);
  else if (active instanceof HTMLElement && active.closest(`[${JUMP_LIST_ATTRIBUTE}]`)) active.blur();
  else if (show.curtain !== 'open') store.sendAction(show.curtain, at);
  else if (show.autoplay) store.sendAction('autoplay', at);
  else void leaveFullscreen();
}

/**
 * Lets the keyboard drive from the speaker window. `early` holds presses from before it was there. Returns the way to
 * stop.
 */
export function bindSpeakerKeys(store: SpeakerStore, earlyEvents: readonly KeyboardEvent[]): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    // Esc keeps its own meaning besides: the browser leaves full screen with it.
    if (reloadFromCache(event) || (handleKey(store, event) && event.key !== 'Escape')) event.preventDefault();
  };
  for (const event of earlyEvents) handleKey(store, event);
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** Controls do not take the focus from a mouse, so the next key is the stage’s. Returns the way to stop. */
export function preventMouseFocus(root: HTMLElement): () => void {
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a[href], button')) event.preventDefault();
  };
  root.addEventListener('mousedown', onMouseDown, { capture: true });
  return () => root.removeEventListener('mousedown', onMouseDown, { capture: true });
}
