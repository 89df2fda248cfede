import type { PageFrame } from './PageFrame';
import type { NodeReference, SnapshotScene, SnapshotStep } from './scene';

/** Width of a view, as a multiple of its height, below which a whole page is too small to be read: on phones, and beside other scenes. */
const NARROW_BELOW = 1.25;

/** The most that a page is enlarged in a narrow view, as a factor of the size at which its whole width is seen. */
const MAX_ZOOM = 2.2;

/** The part of the width of a narrow view that an element takes at most when the page is enlarged for it. */
const TARGET_PART = 0.75;

/**
 * Moves the marks of a step to their elements. In a narrow view, where a whole page is too small to be read, enlarges the page and moves
 * it to the element that matters.
 */
export function placeMarks(view: HTMLElement, { width }: SnapshotScene, frame: PageFrame | undefined, step: SnapshotStep): void {
  const target = frame && targetOf(step, frame);
  const isNarrow = view.offsetWidth < view.offsetHeight * NARROW_BELOW;
  const fit = view.offsetWidth / width;
  const zoom = isNarrow && target ? Math.min(MAX_ZOOM, Math.max(1, (view.offsetWidth * TARGET_PART) / (target.width * fit || 1))) : 1;
  const scale = fit * zoom;
  const middle = target ? (target.left + target.width / 2) * scale : 0;
  const pan = Math.min(0, Math.max(view.offsetWidth - width * scale, view.offsetWidth / 2 - middle));
  view.style.setProperty('--zoom', String(zoom));
  view.style.setProperty('--pan', `${zoom === 1 ? 0 : pan}px`);
  for (const mark of view.querySelectorAll<HTMLElement | SVGSVGElement>('[data-at]')) {
    const box = frame?.boxOf(mark.getAttribute('data-at') ?? '');
    mark.style.visibility = box && box.width + box.height > 0 ? '' : 'hidden';
    if (!box) continue;
    const [left, top] = [across(box.left), down(box.top)];
    if (mark instanceof SVGSVGElement) mark.style.translate = `${across(box.left + box.width * 0.62)} ${down(box.top + box.height * 0.6)}`;
    else Object.assign(mark.style, { left, top, width: down(box.width), height: down(box.height) });
  }
}

/** Pixels of the page as lengths on the stage. On paper, the page has another size than on the screen where this is computed. */
const down = (pixels: number): string => `calc(${pixels}px * var(--capture-scale))`;
const across = (pixels: number): string => `calc(${pixels}px * var(--capture-scale) + var(--pan, 0px))`;

/** Returns the box of what a step points at. */
function targetOf({ pointer, highlight, typed, patches, scroll }: SnapshotStep, frame: PageFrame): DOMRect | undefined {
  const references: readonly (NodeReference | undefined)[] = [pointer, highlight?.[0], typed && patches[typed[0]!.patch]?.at, scroll];
  const first = references.find((each) => each !== undefined);
  return first === undefined ? undefined : frame.boxOf(first);
}
