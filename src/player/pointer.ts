import type { Player } from './player';

/** Pixels a pointer may move between down and up and still be a click. */
const SLOP = 8;

/** What a click is meant for by itself, fake fields included, so that it must not go on as well. */
const CONTROLS = 'a, button, input, label, select, textarea, summary';

function hasSelection(): boolean {
  return getSelection()?.isCollapsed === false;
}

/**
 * Lets a click or tap on `stage` go on. Following a link, pressing a control, dragging, selecting and letting go of a
 * selection do not. Controls do not take the focus from a mouse, so the next key is the stage’s. Returns the way to stop.
 */
export function bindPointer(player: Player, stage: HTMLElement, terminalHasSelection: () => boolean = () => false): () => void {
  let down: { x: number; y: number; selected: boolean } | undefined;
  const selected = (): boolean => hasSelection() || terminalHasSelection();
  const onDown = (event: PointerEvent): void => {
    down = event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY, selected: selected() } : undefined;
  };
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a[href], button, input[readonly]')) event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const start = down;
    down = undefined;
    if (!start || start.selected || selected()) return;
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > SLOP) return;
    if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
    player.press('next', event.timeStamp);
  };
  stage.addEventListener('pointerdown', onDown, { capture: true });
  stage.addEventListener('mousedown', onMouseDown, { capture: true });
  stage.addEventListener('click', onClick);
  return () => {
    stage.removeEventListener('pointerdown', onDown, { capture: true });
    stage.removeEventListener('mousedown', onMouseDown, { capture: true });
    stage.removeEventListener('click', onClick);
  };
}
