import { actionOf, keyOf, type KeyAction } from '../core/keymap';
import { isShared } from '../core/speakerProtocol';
import { standing } from '../core/pendingNumber';
import { enterFullscreen, leaveFullscreen, toggleFullscreen } from '../player/fullscreen';
import { reloadFromCopy } from '../player/reloadFromCache';
import type { Desk } from './speakerStore';

/** Marks the list of stops: while the focus is in it, these keys choose there. */
export const LIST = 'data-jump-list';
const LIST_KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Marks what scrolls: while the keyboard’s focus is in it, these keys are the browser’s. */
const SCROLLS = '[data-scrolls]';
const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown']);

/** Actions a held key repeats. */
const REPEATING = new Set<KeyAction>(['next', 'prev', 'nextScene', 'prevScene', 'larger', 'smaller']);

/** Whether the key is for the focused control itself. */
function belongsToControl({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key === 'Enter') return target.closest('a[href], button:not([disabled])') !== null;
  if (key === ' ') return target.closest('button:not([disabled])') !== null;
  return SCROLL_KEYS.has(key) && target.matches(':focus-visible') && target.closest(SCROLLS) !== null;
}

/** Moves the focus in the list of stops, if it is there. Returns whether it was. */
function moveInList({ target, key }: KeyboardEvent): boolean {
  const move = LIST_KEYS[key];
  const list = target instanceof Element ? target.closest(`[${LIST}]`) : null;
  if (!move || !list) return false;
  const buttons = [...list.querySelectorAll('button')];
  const last = buttons.length - 1;
  buttons[Math.max(0, Math.min(move(buttons.indexOf(target as HTMLButtonElement), last), last))]?.focus();
  return true;
}

/** Handles one key press; returns whether it meant anything. */
function handleKey(desk: Desk, event: KeyboardEvent): boolean {
  const typed = standing(desk.getState().typed, event.timeStamp);
  // A number being typed comes first: its Enter is not for a button that happens to have the focus.
  if (!(typed && event.key === 'Enter') && belongsToControl(event)) return false;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (plain && moveInList(event)) return true;
  if (plain && desk.typeKey(keyOf(event), event.timeStamp)) return true;
  const action = actionOf(event);
  return action !== undefined && act(desk, action, event.timeStamp, event.repeat);
}

/** Does what a key means here: on the stage, or to this window. Returns whether it means anything. */
function act(desk: Desk, action: KeyAction, at: number, repeat: boolean): boolean {
  const does = isShared(action) ? () => desk.wish(action, at, repeat) : own(desk, action, at);
  if (does && (!repeat || REPEATING.has(action))) does();
  return does !== undefined;
}

/** What an action does to this window; undefined where it has no meaning here. */
function own(desk: Desk, action: KeyAction, at: number): (() => void) | undefined {
  switch (action) {
    case 'theme':
      return desk.toggleTheme;
    case 'larger':
      return () => desk.sizeNotes(1);
    case 'smaller':
      return () => desk.sizeNotes(-1);
    case 'resetSize':
      return () => desk.sizeNotes('reset');
    case 'fullscreen':
      return () => void toggleFullscreen();
    case 'present':
      return () => void enterFullscreen();
    case 'help':
      return () => desk.showHelp(!desk.getState().help);
    case 'overview':
    case 'goto':
      return () => document.querySelector<HTMLElement>(`[${LIST}] [aria-current]`)?.focus();
    case 'escape':
      return () => escape(desk, at);
    default:
      return undefined;
  }
}

/** Esc takes away the top layer of this window, then of the stage, then leaves full screen: one at a time. */
function escape(desk: Desk, at: number): void {
  const { typed, help, show } = desk.getState();
  const active = document.activeElement;
  if (typed) desk.type(undefined);
  else if (help) desk.showHelp(false);
  else if (active instanceof HTMLElement && active.closest(`[${LIST}]`)) active.blur();
  else if (show.curtain !== 'open') desk.wish(show.curtain, at);
  else if (show.autoplay) desk.wish('autoplay', at);
  else void leaveFullscreen();
}

/**
 * Lets the keyboard drive from the speaker window. `early` holds presses from before it was there. Returns the way to
 * stop.
 */
export function bindDeskKeys(desk: Desk, early: readonly KeyboardEvent[]): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    // Esc keeps its own meaning besides: the browser leaves full screen with it.
    if (reloadFromCopy(event) || (handleKey(desk, event) && event.key !== 'Escape')) event.preventDefault();
  };
  for (const event of early) handleKey(desk, event);
  document.addEventListener('keydown', onKeyDown, { capture: true });
  return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** Controls do not take the focus from a mouse, so the next key is the stage’s. Returns the way to stop. */
export function keepFocus(root: HTMLElement): () => void {
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a[href], button')) event.preventDefault();
  };
  root.addEventListener('mousedown', onMouseDown, { capture: true });
  return () => root.removeEventListener('mousedown', onMouseDown, { capture: true });
}
