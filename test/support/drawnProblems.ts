import type { Page } from '@playwright/test';
import { FONT_METRICS } from '../../src/terminal/grid';
import { findLayoutProblems } from '../../tools/engines/findLayoutProblems';

/** Returns scrollbars that scroll nothing, terminal rows that come apart and dialogs that cut their content off. */
export const layoutProblems = (page: Page): Promise<string[]> =>
  page.evaluate(findLayoutProblems, FONT_METRICS.lineHeight + FONT_METRICS.overlap);

/**
 * Returns what is painted in the corners of windows outside their rounding, and the windows that clip their content, which
 * takes a layer of its own for every move. Runs in the page; undefined while nothing matches `moment`.
 */
export function findSquareCorners(moment: string): string[] | undefined {
  if (!document.querySelector(moment)) return undefined;
  return Array.from(document.querySelectorAll('main .window'), (window) => {
    const { left, top, right, bottom } = window.getBoundingClientRect();
    const corners: readonly [number, number][] = [
      [left + 1.5, top + 1.5],
      [right - 1.5, top + 1.5],
      [left + 1.5, bottom - 1.5],
      [right - 1.5, bottom - 1.5],
    ];
    const drawn = corners.flatMap(([x, y]) =>
      document.elementsFromPoint(x, y).filter((element) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(element);
        return element !== window && window.contains(element) && (backgroundImage !== 'none' || !/^rgba\(.*, 0\)$/u.test(backgroundColor));
      }),
    );
    return [
      ...drawn.map(({ className }) => className),
      ...(getComputedStyle(window).overflow === 'visible' ? [] : [`${window.className} clips`]),
    ];
  }).flat();
}

/** Returns the visible texts below `limit` CSS pixels. Runs in the page. */
function findSmallTexts(limit: number): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const field = node instanceof HTMLInputElement && node.type !== 'checkbox' ? node : undefined;
    const text = field ? field.value || field.placeholder : node instanceof Text ? node.data.trim() : '';
    const element = field ?? node.parentElement;
    if (text === '' || !element || element.closest('.sr-only, noscript, script, style, .xterm-helpers')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // Windows may be scaled.
    const window = element.closest<HTMLElement>('.window') ?? document.body;
    const scale = window.getBoundingClientRect().width / window.offsetWidth;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < limit - 0.1)
      found.add(`${size.toFixed(1)} px: ${text.slice(0, 40)} <${element.tagName.toLowerCase()} class="${element.className}">`);
  }
  return [...found];
}

export const smallTexts = (page: Page, limit: number): Promise<string[]> => page.evaluate(findSmallTexts, limit);
