/**
 * Makes enlarged content of a scrolling box as large as it fits, a step of text size at a time and never smaller than
 * designed: rooms have no hand to scroll with, and what goes on is often at the end of a page. What would not fit as
 * designed either, as on a phone, is as large as asked for, and scrolls.
 */
export function shrinkToFit(box: HTMLElement): void {
  const content = box.firstElementChild;
  if (!(content instanceof HTMLElement)) return;
  // 1 as designed, also in miniatures and on paper.
  const scale = Number(box.closest<HTMLElement>('.stage-root')?.style.getPropertyValue('--text-scale') || 1);
  if (scale <= 1 && content.style.zoom === '') return;
  const fits = (candidate: number): boolean => {
    content.style.zoom = candidate >= scale ? '' : String(candidate / scale);
    return box.scrollHeight <= box.clientHeight;
  };
  for (let tenths = Math.round(scale * 10); tenths >= 10; tenths -= 1) if (fits(tenths / 10)) return;
  content.style.zoom = '';
}
