import type { Page } from '@playwright/test';

/**
 * Returns the visible elements whose text runs through them, is cut without an ellipsis, scrolls sideways, or leaves less
 * than half of a window to its content. Runs in the page. The terminal's rows are left out: they are cells, which other
 * tests look at.
 */
function findOverflow(): string[] {
  const problems: string[] = [];
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').split(' ').join('.')}`;
  const scrollerOf = (element: Element): Element => {
    for (let box = element.parentElement; box; box = box.parentElement)
      if (/auto|scroll/u.test(getComputedStyle(box).overflowY)) return box;
    return document.documentElement;
  };
  if (document.documentElement.scrollWidth > innerWidth + 1) problems.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) continue;
    if (element.closest('.xterm, .sr-only, [data-transcript], .premounted, svg, .snapshot')) continue;
    const style = getComputedStyle(element);
    const over = element.scrollWidth - element.clientWidth;
    if (style.display.startsWith('inline') && style.display !== 'inline-block' && style.display !== 'inline-flex') continue;
    const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (over > 1 && element.clientWidth > 0) {
      if (style.overflowX === 'visible') problems.push(`${nameOf(element)} is run through by ${over} px`);
      else if (style.overflowX === 'auto' || style.overflowX === 'scroll')
        problems.push(`${nameOf(element)} scrolls sideways by ${over} px`);
      else if (hasText && style.textOverflow !== 'ellipsis' && style.webkitLineClamp === 'none' && !(element instanceof HTMLInputElement))
        problems.push(`${nameOf(element)} cuts its text without an ellipsis`);
    }
    const below = element.scrollHeight - element.clientHeight;
    if (hasText && below > element.clientHeight * 0.3 && style.overflowY === 'visible')
      problems.push(`${nameOf(element)} is run through downwards by ${below} px`);
    const isBig = style.position === 'sticky' && element.clientHeight > scrollerOf(element).clientHeight / 2;
    if (isBig) problems.push(`${nameOf(element)} covers more than half of what scrolls below it`);
    if (element.matches('.window__body') && element.clientHeight < element.parentElement!.clientHeight / 2)
      problems.push(`${nameOf(element)} is less than half of its window`);
    const box = element.getBoundingClientRect();
    if (hasText && box.width > 0 && (box.left < -1 || box.right > innerWidth + 1))
      problems.push(`${nameOf(element)} leaves the window: ${Math.round(box.left)} to ${Math.round(box.right)}`);
  }
  return [...new Set(problems)];
}

/** Runs {@link findOverflow} in a page. */
export function overflowProblems(page: Page): Promise<string[]> {
  return page.evaluate(findOverflow);
}
