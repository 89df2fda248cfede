export interface SmallestText {
  readonly px: number;
  readonly text: string;
}

/**
 * Returns the visible text in `stage` with the smallest font, in CSS pixels; undefined when there is no text. Self-contained,
 * because `npm run check` runs it in a page.
 */
export function findSmallestText(stage: Element): SmallestText | undefined {
  // Text of the drawn windows, not of the story, and what is behind a window.
  const excludedSelector = '.window__title, .browser__arrows, .sr-only, .xterm-helpers, [data-covered] *';
  const isVisible = (element: Element): boolean => {
    if (element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  const measured = new Set<Element>();
  let smallest: SmallestText | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    const element = node.parentElement;
    if (!/[\p{L}\p{N}]/u.test(text) || !element || measured.has(element) || element.closest(excludedSelector)) continue;
    measured.add(element);
    const px = Number.parseFloat(getComputedStyle(element).fontSize);
    if (Number.isNaN(px) || (smallest && px >= smallest.px) || !isVisible(element)) continue;
    smallest = { px, text };
  }
  return smallest;
}
