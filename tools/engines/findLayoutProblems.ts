/**
 * Returns visible layout problems, one per string. Runs in the page, so it must not refer to anything outside of itself.
 * `boxHeight` is the height of box-drawing characters in em.
 */
export function findLayoutProblems(boxHeight: number): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>('body, body *')].filter(
    (element) => element.checkVisibility() && element.clientWidth > 0,
  );
  const nameOf = ({ tagName, className }: Element): string => `${tagName.toLowerCase()}.${String(className).split(' ').join('.')}`;

  // Scrollbars that are visible on systems that always show them, although nothing overflows.
  const needlessScrollbars = shown
    // Firefox includes the padding of a field in its scroll size.
    .filter((element) => element.tagName !== 'INPUT')
    .filter((element) => {
      const { borderLeftWidth, borderRightWidth, borderTopWidth, borderBottomWidth } = getComputedStyle(element);
      const verticalBarPx =
        element.offsetWidth - element.clientWidth - Number.parseFloat(borderLeftWidth) - Number.parseFloat(borderRightWidth);
      const horizontalBarPx =
        element.offsetHeight - element.clientHeight - Number.parseFloat(borderTopWidth) - Number.parseFloat(borderBottomWidth);
      return (
        (verticalBarPx > 2 && element.scrollHeight <= element.clientHeight) ||
        (horizontalBarPx > 2 && element.scrollWidth <= element.clientWidth)
      );
    })
    .map((element) => `${nameOf(element)} has a scrollbar and nothing to scroll`);

  const rows = document.querySelector('.xterm-rows');
  const rowPx = rows?.firstElementChild?.getBoundingClientRect().height ?? 0;
  const boxPx = rows ? Number.parseFloat(getComputedStyle(rows).fontSize) * boxHeight : 0;
  const rowGaps = rowPx > boxPx ? [`rows of the terminal are ${rowPx} px apart, and lines of boxes ${boxPx.toFixed(2)} px tall`] : [];

  const clippedParts = [...document.querySelectorAll('dialog[open] > *, dialog[open] > * > *')]
    .filter((part) => {
      const [box, dialogBox] = [part.getBoundingClientRect(), part.closest('dialog')!.getBoundingClientRect()];
      return box.height < 20 || box.bottom > dialogBox.bottom + 1 || box.right > dialogBox.right + 1;
    })
    .map((part) => `${nameOf(part)} is cut off by its dialog`);

  return [...needlessScrollbars, ...rowGaps, ...clippedParts];
}
