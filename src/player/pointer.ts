import type { Player } from './player';

/** Pixels a pointer may move between down and up and still be a click. */
const CLICK_SLOP_PX = 8;
/** Pixels a finger must travel sideways to swipe, and the least ratio of sideways to vertical travel. */
const SWIPE_MIN_PX = 48;
const SWIPE_MIN_RATIO = 1.6;

/** Elements whose clicks do not move the stage, including fake fields of the story. */
const CONTROLS = 'a, button, input, label, select, textarea, summary, [data-control]';

interface PointerStart {
  readonly x: number;
  readonly y: number;
  readonly isTouch: boolean;
  /** Whether text was selected; the click then only clears the selection. */
  readonly hadSelection: boolean;
}

/**
 * Moves `player` on at a click, a tap or a swipe to the left on `root`, and back at a swipe to the right. Clicks on controls and links,
 * drags, and clicks that make or clear a selection do nothing. The mouse does not focus controls, so that the next key still
 * belongs to the stage. Returns a cleanup function.
 */
export function bindPointer(player: Player, root: HTMLElement): () => void {
  let start: PointerStart | undefined;
  const controller = new AbortController();
  const { signal } = controller;
  const hasSelection = (): boolean => getSelection()?.isCollapsed === false || root.querySelector('.xterm-selection > *') !== null;
  /** While the presenter points, the pointer belongs to the tool. */
  const isPointing = (): boolean => player.getState().show.tool !== undefined;
  const onDown = ({ isPrimary, button, clientX: x, clientY: y, pointerType }: PointerEvent): void => {
    const isTouch = pointerType === 'touch';
    start = isPrimary && button === 0 ? { x, y, isTouch, hadSelection: hasSelection() } : undefined;
  };
  const onUp = (event: PointerEvent): void => {
    if (!start?.isTouch || hasSelection() || isPointing()) return;
    const [deltaX, deltaY] = [event.clientX - start.x, event.clientY - start.y];
    if (Math.abs(deltaX) < SWIPE_MIN_PX || Math.abs(deltaX) < Math.abs(deltaY) * SWIPE_MIN_RATIO) return;
    start = undefined;
    player.press(deltaX < 0 ? 'next' : 'prev', event.timeStamp);
  };
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a[href], button, input[readonly]')) event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const down = start;
    start = undefined;
    if (!down || isPointing()) return;
    // The second click of a double click may select a word, but still counts: fast clicks move on.
    if (event.detail <= 1 && (down.hadSelection || hasSelection())) return;
    if (Math.hypot(event.clientX - down.x, event.clientY - down.y) > CLICK_SLOP_PX) return;
    if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
    player.press('next', event.timeStamp);
  };
  root.addEventListener('pointerdown', onDown, { capture: true, signal });
  root.addEventListener('pointerup', onUp, { capture: true, signal });
  root.addEventListener('mousedown', onMouseDown, { capture: true, signal });
  root.addEventListener('click', onClick, { signal });
  return () => controller.abort();
}

/** Milliseconds without pointer input after which the pointer, the controls and the terminal's scrollbar hide. */
const IDLE_TIMEOUT_MS = 2000;

/** Sets `data-idle` on `root` after 2 s without pointer or wheel input. Lasts as long as the page. */
export function bindPointerIdle(root: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const resetTimer = (): void => {
    delete root.dataset['idle'];
    clearTimeout(timer);
    timer = setTimeout(() => (root.dataset['idle'] = ''), IDLE_TIMEOUT_MS);
  };
  resetTimer();
  // In the capture phase, as the terminal stops the propagation of its wheel events.
  for (const event of ['pointermove', 'pointerdown', 'wheel'])
    document.addEventListener(event, resetTimer, { passive: true, capture: true });
}
