/** The smallest words on stage as the browser draws them. */
export interface SmallestText {
  readonly px: number;
  readonly words: string;
}

/**
 * Measures every piece of text in `stage` that can be seen; undefined when there is none. Needs nothing from outside of
 * itself, so that a tool can run it in a page.
 */
export function smallestText(stage: Element): SmallestText | undefined {
  // What belongs to the drawn windows rather than to the story.
  const decor = '.window__title, .browser__arrows, .sr-only, .xterm-helpers';
  const isSeen = (element: Element): boolean => {
    if (element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  const pieces = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  const seen = new Set<Element>();
  let smallest: SmallestText | undefined;
  for (let piece = pieces.nextNode(); piece; piece = pieces.nextNode()) {
    const words = piece.nodeValue?.trim() ?? '';
    const element = piece.parentElement;
    if (!/[\p{L}\p{N}]/u.test(words) || !element || seen.has(element) || element.closest(decor)) continue;
    seen.add(element);
    const px = Number.parseFloat(getComputedStyle(element).fontSize);
    if (Number.isNaN(px) || (smallest && px >= smallest.px) || !isSeen(element)) continue;
    smallest = { px, words };
  }
  return smallest;
}
