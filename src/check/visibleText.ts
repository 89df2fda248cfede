import type { Page } from 'playwright-core';

export interface VisibleText {
  /** Texts that are completely visible, in document order. */
  readonly text: string;
  /** Texts that are cut off, covered or outside the window, each with the reason. */
  readonly problems: readonly string[];
  /** Whether a scroll cue is visible. */
  readonly cue: boolean;
}

/**
 * Returns the text of the current stop's page, board or terminal rows, whichever is in front. Runs in the page.
 * Elements that let clicks through cover text as well.
 */
function readVisibleText(): VisibleText {
  const style = document.createElement('style');
  style.textContent = '*, *::before, *::after { pointer-events: auto !important }';
  document.head.append(style);

  const windows = [...document.querySelectorAll<HTMLElement>('.stage :is(.window, .page-surface)')].filter(
    (each) => !each.closest('.premounted'),
  );
  const frontWindow = windows.find((each) => each.matches('.window--page, .page-surface')) ?? windows[0];
  const behind = frontWindow?.querySelector('.behind') ? '.behind' : undefined;

  // The terminal rounds the width of its cells, which adds up to a pixel or two in a thousand at the end of a row.
  const slack = Math.max(1.5, innerWidth / 1000);
  const clippingBoxesOf = (element: Element): DOMRect[] => {
    const rects: DOMRect[] = [new DOMRect(0, 0, innerWidth, innerHeight)];
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (getComputedStyle(at).overflow !== 'visible' && at !== document.documentElement && at !== document.body)
        rects.push(at.getBoundingClientRect());
    }
    return rects;
  };
  const isRelated = (hit: Element | null, element: Element): boolean => {
    // Only up to the paragraph: a hit on an ancestor of it means that the ancestor's pseudo-element covers the text.
    let block = element;
    while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) block = block.parentElement;
    return block.contains(hit) || (element.closest('.xterm')?.contains(hit) ?? false);
  };
  /** Whether an element draws nothing itself, or covers `text` as it should: an open list of choices, the pointer. */
  const isAside = (element: Element, text: Element): boolean => {
    const cover = element.closest('.mouse-pointer, .part-choices');
    return (
      element.matches('.stage-layer, .premounted, .page-overlays, .shot__new, .callout__words, .callout__words > i, .editor__caret') ||
      (cover !== null && !cover.contains(text))
    );
  };
  /** Returns why a box of text is not completely visible; undefined if it is. */
  const obstructionOf = (rect: DOMRect, element: Element): string | undefined => {
    // A step can scroll a page that is made of parts.
    const page = element.closest('.parts-page')?.closest('.scroll')?.getBoundingClientRect();
    const outsidePx = page ? Math.max(page.top - rect.top, rect.bottom - page.bottom) : 0;
    if (outsidePx > slack) return `scrolled out of sight by ${Math.round(outsidePx)} px`;
    for (const clip of clippingBoxesOf(element)) {
      const overflowPx = Math.max(clip.left - rect.left, rect.right - clip.right, clip.top - rect.top, rect.bottom - clip.bottom);
      if (overflowPx > slack) return `cut off by ${Math.round(overflowPx)} px`;
    }
    // Not at the edges: boxes of tightly set lines overlap above and below the letters.
    const heights = [0.25, 0.5, 0.75].map((part) => rect.top + rect.height * part);
    const points = [rect.left + 1, (rect.left + rect.right) / 2, rect.right - 1].flatMap((x) => heights.map((y) => [x, y]));
    for (const [x = 0, y = 0] of points) {
      const hit = document.elementsFromPoint(x, y).find((each) => !isAside(each, element)) ?? null;
      if (!isRelated(hit, element)) return `covered by <${hit?.tagName.toLowerCase()} class="${hit?.getAttribute('class') ?? ''}">`;
    }
    return undefined;
  };

  let text = '';
  const problems: string[] = [];
  /** The problem of each line of code, and how many pixels it is about: the worst of its words. */
  const lines = new Map<Element, readonly [problem: string, px: number]>();
  const addText = (content: string, rects: readonly DOMRect[], element: Element): void => {
    const drawn = rects.filter((rect) => rect.width > 0 && rect.height > 0);
    const problem = drawn.length === 0 ? 'has no size' : drawn.map((rect) => obstructionOf(rect, element)).find(Boolean);
    const line = element.closest('[data-line]');
    if (problem && line) {
      const px = Number(/ by (\d+) px$/u.exec(problem)?.[1] ?? 0);
      if (px >= (lines.get(line)?.[1] ?? 0)) lines.set(line, [`“${line.textContent.trim()}” ${problem}`, px]);
    } else if (problem) problems.push(`“${content.trim()}” ${problem}`);
    else text += ` ${content}`;
  };

  if (frontWindow) {
    const walker = document.createTreeWalker(frontWindow, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement!;
      if (behind && element.closest(behind)) continue;
      if (element.closest('.xterm') && !element.closest('.xterm-rows')) continue;
      // What a dialog of a page covers, and what may lie outside a box that scrolls to what matters.
      if (element.closest('[inert], [data-clippable]')) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest('.sr-only, style, script'))
        continue;
      if (node instanceof HTMLInputElement && node.type !== 'checkbox')
        addText(node.value || node.placeholder, [node.getBoundingClientRect()], node);
      else if (node instanceof Text && node.data.trim() !== '') {
        const range = document.createRange();
        range.selectNodeContents(node);
        addText(node.data, [...range.getClientRects()], element);
      }
    }
  }
  const cue = [...document.querySelectorAll('[data-scroll-cue]')].some((each) => {
    const rect = each.getBoundingClientRect();
    return rect.width > 0 && rect.bottom <= innerHeight && rect.top >= 0 && each.checkVisibility();
  });
  for (const [problem] of lines.values()) problems.push(problem);
  style.remove();
  return { text, problems, cue };
}

/** Runs {@link readVisibleText} in a page. */
export function visibleTextOf(page: Page): Promise<VisibleText> {
  return page.evaluate(readVisibleText);
}
