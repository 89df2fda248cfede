/**
 * Shrinks enlarged content of a scrolling box in steps of 10 % until it fits, but not below its designed size: presenters
 * do not scroll during a talk, and the control that works is often at the end of a page. Content that does not fit at its designed
 * size either, as on a phone, keeps the chosen size and scrolls.
 */
export function shrinkToFit(box: HTMLElement): void {
  const content = box.firstElementChild;
  if (!(content instanceof HTMLElement)) return;
  // 1 in thumbnails and in the handout.
  const scale = Number(box.closest<HTMLElement>('.stage-root')?.style.getPropertyValue('--text-scale') || 1);
  if (scale <= 1 && content.style.zoom === '') return;
  const fits = (candidate: number): boolean => {
    content.style.zoom = candidate >= scale ? '' : String(candidate / scale);
    return box.scrollHeight <= box.clientHeight;
  };
  for (let tenths = Math.round(scale * 10); tenths >= 10; tenths -= 1) if (fits(tenths / 10)) return;
  content.style.zoom = '';
}
