import type { Player } from './player';

/** Pixels a pointer may move between down and up and still be a click. */
const CLICK_SLOP_PX = 8;
/** Pixels a finger must travel sideways to turn the page, and how much more sideways than up or down. */
const SWIPE_MIN_PX = 48;
const SWIPE_MIN_RATIO = 1.6;

/** What a click is meant for by itself, fake fields included, so that it must not go on as well. */
const CONTROLS = 'a, button, input, label, select, textarea, summary';

function hasSelection(): boolean {
  return getSelection()?.isCollapsed === false;
}

interface PointerStart {
  readonly x: number;
  readonly y: number;
  readonly touch: boolean;
  /** Whether something was selected; the click then only lets go of it. */
  readonly selected: boolean;
}

/**
 * Lets a click or tap on `room` go on, a swipe to the left too, and a swipe to the right go back. Following a link,
 * pressing a control, dragging, selecting and letting go of a selection do not. Controls do not take the focus from a
 * mouse, so the next key is the stage’s. Returns the way to stop.
 */
export function bindPointer(player: Player, root: HTMLElement): () => void {
  let down: PointerStart | undefined;
  const selected = (): boolean => hasSelection() || root.querySelector('.xterm-selection > *') !== null;
  const onDown = (event: PointerEvent): void => {
    const { clientX: x, clientY: y } = event;
    down = event.isPrimary && event.button === 0 ? { x, y, touch: event.pointerType === 'touch', selected: selected() } : undefined;
  };
  const onUp = (event: PointerEvent): void => {
    if (!down?.touch || selected()) return;
    const [deltaX, deltaY] = [event.clientX - down.x, event.clientY - down.y];
    if (Math.abs(deltaX) < SWIPE_MIN_PX || Math.abs(deltaX) < Math.abs(deltaY) * SWIPE_MIN_RATIO) return;
    down = undefined;
    player.press(deltaX < 0 ? 'next' : 'prev', event.timeStamp);
  };
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a[href], button, input[readonly]')) event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const start = down;
    down = undefined;
    if (!start) return;
    // A second click in a row may select a word, but whoever clicks fast wants to go on: every click counts.
    if (event.detail <= 1 && (start.selected || selected())) return;
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK_SLOP_PX) return;
    if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
    player.press('next', event.timeStamp);
  };
  root.addEventListener('pointerdown', onDown, { capture: true });
  root.addEventListener('pointerup', onUp, { capture: true });
  root.addEventListener('mousedown', onMouseDown, { capture: true });
  root.addEventListener('click', onClick);
  return () => {
    root.removeEventListener('pointerdown', onDown, { capture: true });
    root.removeEventListener('pointerup', onUp, { capture: true });
    root.removeEventListener('mousedown', onMouseDown, { capture: true });
    root.removeEventListener('click', onClick);
  };
}

/** Milliseconds a pointer rests before it, the controls and the terminal’s scrollbar hide. */
const IDLE_TIMEOUT_MS = 2000;

/** Marks `root` with `data-idle` while the mouse, its wheel included, or the finger rests. Returns the way to stop. */
export function bindPointerIdle(root: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const resetTimer = (): void => {
    delete root.dataset['idle'];
    clearTimeout(timer);
    timer = setTimeout(() => (root.dataset['idle'] = ''), IDLE_TIMEOUT_MS);
  };
  resetTimer();
  const events = ['pointermove', 'pointerdown', 'wheel'] as const;
  // On the way down: the terminal keeps its wheel to itself.
  for (const event of events) document.addEventListener(event, resetTimer, { passive: true, capture: true });
  return () => {
    clearTimeout(timer);
    for (const event of events) document.removeEventListener(event, resetTimer, { capture: true });
  };
}
