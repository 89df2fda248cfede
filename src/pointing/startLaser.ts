import { trailPath } from './inkPath';
import type { LayerBox } from './layerBox';
import type { PointingLink } from './pointingLink';

/** Milliseconds that a place stays in the trail. */
const TRAIL_MS = 300;
/** Milliseconds without movement after which the laser hides. */
const IDLE_MS = 4000;
/** Width of the trail, in units of the stage. */
const TRAIL_WIDTH = 14;

/** Moves the dot and its trail in `layer` with the pointer until the cleanup function is called, and hides both while it rests. */
export function startLaser(layer: HTMLElement, link: PointingLink, getBox: () => LayerBox, hasTrail: boolean): () => void {
  const path = layer.querySelector('.pointing__trail path');
  let trail: { readonly x: number; readonly y: number; readonly at: number }[] = [];
  let frame = 0;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let { moves } = link.getState();

  const hide = (): void => {
    layer.dataset['rests'] = '';
  };
  const wake = (): void => {
    delete layer.dataset['rests'];
    clearTimeout(idleTimer);
    idleTimer = setTimeout(hide, IDLE_MS);
  };
  const drawTrail = (now: number): void => {
    trail = trail.filter(({ at }) => now - at < TRAIL_MS);
    const { width, height, unit } = getBox();
    const points = trail.map(({ x, y }) => [x * width, y * height] as const);
    path?.setAttribute('d', points.length > 1 ? trailPath(points, TRAIL_WIDTH * unit) : '');
    frame = trail.length > 0 ? requestAnimationFrame(drawTrail) : 0;
  };
  const stopFollowing = link.subscribe((state) => {
    if (state.moves === moves) return;
    const appears = moves === 0;
    moves = state.moves;
    if (moves === 0) {
      clearTimeout(idleTimer);
      hide();
      return;
    }
    wake();
    if (!hasTrail) return;
    if (appears) trail = [];
    trail.push({ x: state.x, y: state.y, at: performance.now() });
    if (frame === 0) frame = requestAnimationFrame(drawTrail);
  });
  wake();
  return () => {
    stopFollowing();
    cancelAnimationFrame(frame);
    clearTimeout(idleTimer);
    delete layer.dataset['rests'];
  };
}
