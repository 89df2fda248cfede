import { actionForKey, layoutIndependentKey, type KeyAction } from '../core/keymap';
import { unexpiredNumber } from '../core/pendingNumber';
import { isRemoteAction } from '../core/speakerProtocol';
import { enterFullscreen, leaveFullscreen, toggleFullscreen } from '../player/fullscreen';
import { isHandledByControl, isPlainKey, listenToKeys, REPEATABLE_ACTIONS } from '../player/keyboard';
import { createTypingKeys, type TypingState } from '../player/typingKeys';
import type { SpeakerStore } from './speakerStore';

/** Attribute of the list of stops: while it has the focus, the arrow keys, Home and End move the focus in it. */
export const JUMP_LIST_ATTRIBUTE = 'data-jump-list';
/** Attribute of its buttons that go to a stop. */
export const JUMP_LIST_STOP_ATTRIBUTE = 'data-jump-list-stop';
const JUMP_LIST_KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => Math.max(at - 1, 0),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  Home: () => 0,
  End: (_, last) => last,
};

/** Whether the key scrolls the element that has the keyboard focus. */
function isScrolling({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  return target.matches(':focus-visible') && target.closest('[data-scrolls]') !== null;
}

/** Moves the focus within the list of stops. Returns false if the focus is elsewhere or the key does not move it. */
function moveFocusInList({ target, key }: KeyboardEvent): boolean {
  const move = JUMP_LIST_KEYS[key];
  const list = target instanceof Element ? target.closest(`[${JUMP_LIST_ATTRIBUTE}]`) : null;
  if (!move || !list) return false;
  const buttons = [...list.querySelectorAll<HTMLElement>(`[${JUMP_LIST_STOP_ATTRIBUTE}]`)];
  const from = (target as Element).closest('li')?.querySelector<HTMLElement>(`[${JUMP_LIST_STOP_ATTRIBUTE}]`);
  buttons[move(from ? buttons.indexOf(from) : -1, buttons.length - 1)]?.focus();
  return true;
}

function typingStateOf(store: SpeakerStore): TypingState {
  const { typing = false, curtain, covered, heldAt, arrival } = store.getState().show;
  return { isTypingByHand: typing, isOpen: curtain === 'open' && !covered, isLeft: heldAt !== undefined, arrival };
}

function handleKey(store: SpeakerStore, typingKey: ReturnType<typeof createTypingKeys>, event: KeyboardEvent): boolean {
  const { timeStamp, repeat } = event;
  const pendingNumber = unexpiredNumber(store.getState().pendingNumber, timeStamp);
  // Enter completes a number, even when a button has the focus.
  if (!(pendingNumber && event.key === 'Enter') && (isHandledByControl(event) || isScrolling(event))) return false;
  const typed = typingKey(typingStateOf(store), event);
  if (typed) {
    if (typed !== 'none') store.sendAction(typed, timeStamp);
    return true;
  }
  if (isPlainKey(event) && (moveFocusInList(event) || store.appendKey(layoutIndependentKey(event), timeStamp))) return true;
  const action = actionForKey(event);
  if (action === undefined) return false;
  const run = isRemoteAction(action) ? () => store.sendAction(action, timeStamp, repeat) : LOCAL_ACTIONS[action];
  if (run && (!repeat || REPEATABLE_ACTIONS.has(action))) run(store, timeStamp);
  return run !== undefined;
}

function focusJumpList(): void {
  document.querySelector<HTMLElement>(`[${JUMP_LIST_ATTRIBUTE}] [aria-current]`)?.focus();
}

/** Focuses the list of stops when a press on the frozen stage asks for it. Returns a cleanup function. */
export function followListRequests(store: SpeakerStore): () => void {
  let seen: number | undefined;
  return store.subscribe(() => {
    const { listRequests = 0 } = store.getState().show;
    const isAsked = seen !== undefined && listRequests > seen;
    // The first message may come late, so it asks for nothing.
    if (store.getState().connectionStatus === 'online') seen = listRequests;
    if (!isAsked) return;
    window.focus();
    focusJumpList();
  });
}

/** Actions of this window. Remote actions are sent to the stage; all others have no effect here. */
const LOCAL_ACTIONS: Readonly<Partial<Record<KeyAction, (store: SpeakerStore, at: number) => void>>> = {
  theme: (store) => store.toggleTheme(),
  larger: (store) => store.resizeNotes(1),
  smaller: (store) => store.resizeNotes(-1),
  resetSize: (store) => store.resizeNotes('reset'),
  fullscreen: () => void toggleFullscreen(),
  present: () => void enterFullscreen(),
  help: (store) => store.setHelpOpen(!store.getState().isHelpOpen),
  overview: focusJumpList,
  goto: focusJumpList,
  escape: handleEscape,
};

/** Closes one thing per press, first in this window, then on the stage. With nothing open, leaves full screen. */
function handleEscape(store: SpeakerStore, at: number): void {
  const { pendingNumber, isHelpOpen, isDevicesOpen, show } = store.getState();
  const active = document.activeElement;
  if (pendingNumber) store.setPendingNumber(undefined);
  else if (isHelpOpen || isDevicesOpen) store.setHelpOpen(false);
  else if (active instanceof HTMLElement && active.closest(`[${JUMP_LIST_ATTRIBUTE}]`)) active.blur();
  else if (show.tool) store.sendAction(show.tool, at);
  else if (show.curtain !== 'open') store.sendAction(show.curtain, at);
  else if (show.typing) store.sendAction('typing', at);
  else if (show.detours?.length) store.sendAction('detour', at);
  else if (show.autoplay) store.sendAction('autoplay', at);
  else void leaveFullscreen();
}

/** Lets the keyboard drive the stage from the speaker window. `earlyEvents` were kept by `boot.ts`. Returns a cleanup function. */
export function bindSpeakerKeys(store: SpeakerStore, earlyEvents: readonly KeyboardEvent[]): () => void {
  const typingKey = createTypingKeys();
  return listenToKeys((event) => handleKey(store, typingKey, event), earlyEvents);
}

/** Leaves the focus where it is when a control is clicked, so that the next key is for the stage. Returns a cleanup function. */
export function preventMouseFocus(root: HTMLElement): () => void {
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a[href], button')) event.preventDefault();
  };
  root.addEventListener('mousedown', onMouseDown, { capture: true });
  return () => root.removeEventListener('mousedown', onMouseDown, { capture: true });
}
