import { actionForKey, type KeyAction } from '../core/keymap';
import type { Clock } from '../core/clock';
import type { PageQuery } from '../core/query';
import { interceptKeys, isHandledByControl } from './keyboard';
import { showNotice } from './notice';
import type { Player } from './player';

/** Seconds untouched after which a booth starts over, and the limits of `?idle=`. */
const IDLE_SECONDS = { default: 60, min: 5, max: 3600 } as const;

/** What a visitor may do. Everything else belongs to a presenter. */
const VISITOR_ACTIONS: ReadonlySet<KeyAction> = new Set<KeyAction>([
  'next',
  'prev',
  'nextScene',
  'prevScene',
  'first',
  'last',
  'overview',
  'goto',
  'theme',
  'larger',
  'smaller',
  'resetSize',
  'wire',
  'autoplay',
  'help',
  'escape',
  'present',
]);

/** Input of a visitor: starts the time until the booth starts over anew. */
const TOUCHES = ['keydown', 'pointerdown', 'wheel', 'touchmove', 'pointermove'] as const;

/** Defaults of the browser that leave the page or scale it. */
const PREVENTED = ['contextmenu', 'dragstart', 'dragover', 'drop', 'auxclick'] as const;

/** Returns the seconds of `?idle=`; for anything else than a number of seconds the default, and what to say about it. */
export function parseIdle(text: string | null): { readonly seconds: number; readonly problem?: string } {
  const { default: seconds, min, max } = IDLE_SECONDS;
  if (text === null) return { seconds };
  const given = /^\d+(\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (given >= min && given <= max) return { seconds: given };
  return { seconds, problem: `“?idle=${text.slice(0, 20)}” is no number of seconds from ${min} to ${max}, so it is ${seconds}.` };
}

export interface KioskOptions {
  readonly player: Player;
  readonly clock: Clock;
  readonly query: PageQuery;
  /** Renders the stage anew, so that nothing is left in its elements. */
  readonly remount: () => void;
}

/**
 * Plays the story for whoever comes by (`?kiosk`). Any input takes over; after some seconds without input the story starts over, as
 * after a reload. Nothing runs while the page is hidden. Returns a cleanup function. ADR 058
 */
export function bindKiosk({ player, clock, query, remount }: KioskOptions): () => void {
  const { seconds, problem } = parseIdle(query.get('idle'));
  const controller = new AbortController();
  const { signal } = controller;
  let lastTouch = clock.now();
  let cancelTimer = (): void => {};
  /** Whether it was playing when the page was hidden. */
  let isPaused = false;

  const isPlaying = (): boolean => player.getState().show.autoplay;
  const startOver = (): void => {
    player.dispatch({ type: 'reset', initial: player.getInitialState().show, at: player.now() });
    getSelection()?.removeAllRanges();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    remount();
  };
  const schedule = (): void => {
    cancelTimer();
    if (document.hidden || isPlaying()) return;
    const rest = lastTouch + seconds * 1000 - clock.now();
    cancelTimer = clock.setTimer(Math.max(0, rest), () => (clock.now() - lastTouch >= seconds * 1000 ? startOver() : schedule()));
  };
  const onTouch = ({ type }: Event): void => {
    lastTouch = clock.now();
    if (type !== 'pointermove' && isPlaying()) player.press('autoplay');
  };
  const onVisibility = (): void => {
    if (document.hidden) {
      isPaused = isPlaying();
      if (isPaused) player.press('autoplay');
      cancelTimer();
    } else if (isPaused) startOver();
    else schedule();
  };
  const onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    showNotice('Links stay closed here.');
  };
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey) event.preventDefault();
  };
  const preventDefault = (event: Event): void => event.preventDefault();

  document.documentElement.dataset['kiosk'] = '';
  for (const name of TOUCHES) document.addEventListener(name, onTouch, { signal, capture: true, passive: true });
  for (const name of PREVENTED) document.addEventListener(name, preventDefault, { signal, capture: true });
  document.addEventListener('click', onClick, { signal, capture: true });
  document.addEventListener('wheel', onWheel, { signal, capture: true, passive: false });
  document.addEventListener('visibilitychange', onVisibility, { signal });
  const stopKeys = interceptKeys((event) => handleKey(player, event));
  let wasPlaying = isPlaying();
  const unsubscribe = player.subscribe(() => {
    if (wasPlaying === isPlaying()) return;
    wasPlaying = isPlaying();
    schedule();
  });
  if (problem) showNotice(problem);
  if (!isPlaying()) player.press('autoplay');
  return () => {
    controller.abort();
    stopKeys();
    unsubscribe();
    cancelTimer();
    delete document.documentElement.dataset['kiosk'];
  };
}

/** Handles keys that a visitor may not press, or whose usual effect leaves full screen. Returns whether it has. */
function handleKey(player: Player, event: KeyboardEvent): boolean {
  // The browser's zoom would outlast the visitor.
  if ((event.ctrlKey || event.metaKey) && /^[-+=_0]$/u.test(event.key)) return true;
  if (isHandledByControl(event)) return false;
  const action = actionForKey(event);
  if (action === 'escape') player.press('escape', event.timeStamp);
  return action !== undefined && (action === 'escape' || !VISITOR_ACTIONS.has(action));
}
