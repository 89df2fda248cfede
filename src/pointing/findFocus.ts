import type { FocusTarget } from '../core/focus';
import type { Area } from '../core/pointing';

/** Where a stage shows what `focus` names. */
export interface FocusMatches {
  /** Each place, in reading order, as fractions of the stage. */
  readonly areas: readonly Area[];
  /** The texts that are on screen, block by block; ids of parts if a part is searched. */
  readonly texts: readonly string[];
}

/** A character on screen, with whitespace made one space: where it is; without a node, between two texts. */
interface Character {
  readonly node?: Text | HTMLInputElement;
  readonly offset: number;
}

/**
 * Finds what `focus` names in `stage`: words across elements and rows, rows, parts, and areas of the largest picture. Also looks into
 * captured pages. `check` runs it in a page, so it uses nothing outside of itself.
 */
export function findFocus(stage: Element, { by, words, area }: Pick<FocusTarget, 'by' | 'words' | 'area'>): FocusMatches {
  const HIDDEN = '.premounted, .behind, [data-covered], [inert], .sr-only, style, script, noscript';
  const ROWS = '.xterm-rows > div, .snapshot__row, tr, [role="row"], li, [data-line]';
  const stageBox = stage.getBoundingClientRect();
  const isUnderPage = [...stage.querySelectorAll('.window--page, .page-surface')].some((page) => !page.closest('.premounted'));

  /** The box in the stage's window of a box in the window of `element`, which may be a frame's. */
  const inStage = (rect: DOMRect, element: Element): DOMRect => {
    const frame = element.ownerDocument === stage.ownerDocument ? null : element.ownerDocument.defaultView?.frameElement;
    if (!frame) return rect;
    const outer = frame.getBoundingClientRect();
    const scale = outer.width / ((frame as HTMLElement).offsetWidth || 1);
    return new DOMRect(outer.left + rect.left * scale, outer.top + rect.top * scale, rect.width * scale, rect.height * scale);
  };
  const isShown = (element: Element): boolean => {
    const hidden = element.closest(HIDDEN);
    if (hidden && (element.ownerDocument !== stage.ownerDocument || stage.contains(hidden))) return false;
    // What a page covers of the terminal below it cannot be read.
    if (isUnderPage && element.closest('.window--terminal .pane')) return false;
    if (element.closest('.xterm') && !element.closest('.xterm-rows')) return false;
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  /** Whether the middle of a box is inside the stage and everything that clips it. */
  const isInSight = (rect: DOMRect, element: Element): boolean => {
    const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
    const contains = (box: DOMRect): boolean => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1;
    if (rect.width === 0 || rect.height === 0 || !contains(stageBox)) return false;
    for (let at: Element | null = element; at && at !== stage && at !== at.ownerDocument.documentElement; at = at.parentElement)
      if (getComputedStyle(at).overflow !== 'visible' && !contains(inStage(at.getBoundingClientRect(), at))) return false;
    const frame = element.ownerDocument.defaultView?.frameElement;
    return !frame || element.ownerDocument === stage.ownerDocument || contains(frame.getBoundingClientRect());
  };
  const toArea = (rect: DOMRect): { x: number; y: number; width: number; height: number } => ({
    x: (rect.left - stageBox.left) / stageBox.width,
    y: (rect.top - stageBox.top) / stageBox.height,
    width: rect.width / stageBox.width,
    height: rect.height / stageBox.height,
  });
  const union = (rects: readonly DOMRect[]): DOMRect => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const rect of rects) {
      [left, top] = [Math.min(left, rect.left), Math.min(top, rect.top)];
      [right, bottom] = [Math.max(right, rect.right), Math.max(bottom, rect.bottom)];
    }
    return new DOMRect(left, top, right - left, bottom - top);
  };

  if (by === 'part') {
    const parts = [...stage.querySelectorAll('[data-id]')].filter(isShown);
    const found = parts.filter((each) => each.getAttribute('data-id') === words && isInSight(each.getBoundingClientRect(), each));
    return {
      areas: found.map((each) => toArea(each.getBoundingClientRect())),
      texts: [...new Set(parts.map((each) => each.getAttribute('data-id') ?? ''))],
    };
  }

  if (by === 'area') {
    const sizeOf = (image: Element): number => image.getBoundingClientRect().width * image.getBoundingClientRect().height;
    const [image] = [...stage.querySelectorAll('img')].filter(isShown).toSorted((a, b) => sizeOf(b) - sizeOf(a));
    if (!image || !area) return { areas: [], texts: [] };
    const [width, height] = [Number(image.getAttribute('width')) || 1, Number(image.getAttribute('height')) || 1];
    const box = image.getBoundingClientRect();
    const { objectFit } = getComputedStyle(image);
    const [across, down] = [box.width / width, box.height / height];
    const ratio = objectFit === 'contain' ? Math.min(across, down) : objectFit === 'cover' ? Math.max(across, down) : undefined;
    const [scaleX, scaleY] = [ratio ?? across, ratio ?? down];
    const left = box.left + (box.width - width * scaleX) / 2 + area.x * scaleX;
    const top = box.top + (box.height - height * scaleY) / 2 + area.y * scaleY;
    const rect = new DOMRect(left, top, area.width * scaleX, area.height * scaleY);
    return { areas: isInSight(rect, image) ? [toArea(rect)] : [], texts: [] };
  }

  const characters: Character[] = [];
  /** Where lines of preformatted text and blocks begin. */
  const lineStarts = new Set<number>();
  const blocks: string[] = [];
  let all = '';
  let block: Element | undefined;
  let isLineStart = true;
  const addText = (node: Text | HTMLInputElement, text: string): void => {
    let parent: Element = node instanceof node.ownerDocument.defaultView!.Element ? (node as Element) : (node as Text).parentElement!;
    while (/^(?:inline|contents)/u.test(getComputedStyle(parent).display) && !('value' in parent) && parent.parentElement)
      parent = parent.parentElement;
    if (parent !== block) {
      block = parent;
      blocks.push('');
      isLineStart = true;
      if (!all.endsWith(' ')) {
        all += ' ';
        characters.push({ offset: 0 });
      }
    }
    const isPreformatted = getComputedStyle(parent).whiteSpace.startsWith('pre');
    for (let offset = 0; offset < text.length; offset += 1) {
      if (text[offset] === '\n' && isPreformatted) isLineStart = true;
      // The mark beside new rows of the terminal is no text.
      const character = /[\s▎]/u.test(text[offset]!) ? ' ' : text[offset]!;
      if (character === ' ' && all.endsWith(' ')) continue;
      if (isLineStart && character !== ' ') {
        lineStarts.add(all.length);
        isLineStart = false;
      }
      all += character;
      characters.push({ node, offset });
      blocks[blocks.length - 1] += character;
    }
  };
  const walk = (root: Node): void => {
    const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (isShown(node.parentElement!)) addText(node as Text, (node as Text).data);
      } else if (node.nodeName === 'INPUT' && (node as HTMLInputElement).type !== 'checkbox' && isShown(node as Element))
        addText(node as HTMLInputElement, (node as HTMLInputElement).value || (node as HTMLInputElement).placeholder);
      else if ((node as Element).matches('iframe:not(.capture__frame--ahead)') && isShown((node as Element).parentElement!)) {
        const body = (node as HTMLIFrameElement).contentDocument?.body;
        if (body) walk(body);
      }
    }
  };
  walk(stage);

  /** The boxes of the characters from `start` to `end`, in the stage's window. */
  const rectsOf = (start: number, end: number): DOMRect[] => {
    const rects: DOMRect[] = [];
    for (let at = start; at < end; at += 1) {
      const { node, offset } = characters[at]!;
      if (!node) continue;
      if (!('data' in node)) {
        rects.push(inStage(node.getBoundingClientRect(), node));
        continue;
      }
      let last = at;
      while (last + 1 < end && characters[last + 1]!.node === node) last += 1;
      const range = node.ownerDocument.createRange();
      range.setStart(node, offset);
      range.setEnd(node, characters[last]!.offset + 1);
      for (const rect of range.getClientRects()) if (rect.width > 0) rects.push(inStage(rect, node.parentElement!));
      at = last;
    }
    return rects;
  };
  const elementAt = (at: number): Element | undefined => {
    const node = characters[at]?.node;
    return node && ('data' in node ? (node.parentElement ?? undefined) : node);
  };

  const needle = words.replaceAll(/[\s▎]+/gu, ' ').trim();
  const areas: Area[] = [];
  const rows = new Set<Element>();
  for (let at = needle === '' ? -1 : all.indexOf(needle); at >= 0; at = all.indexOf(needle, at + needle.length)) {
    const element = elementAt(at);
    if (!element) continue;
    let [start, end] = [at, at + needle.length];
    const row = by === 'row' ? element.closest(ROWS) : null;
    if (by === 'row' && !row) {
      while (start > 0 && !lineStarts.has(start)) start -= 1;
      while (end < all.length && !lineStarts.has(end)) end += 1;
      while (all[end - 1] === ' ') end -= 1;
    }
    if (row) {
      if (rows.has(row)) continue;
      rows.add(row);
      const isInRow = (index: number): boolean => row.contains(elementAt(index) ?? null);
      while (start > 0 && isInRow(start - 1)) start -= 1;
      while (end < all.length && isInRow(end)) end += 1;
      while (all[start] === ' ') start += 1;
      while (all[end - 1] === ' ') end -= 1;
    }
    const rects = rectsOf(start, end);
    if (rects.length === 0) continue;
    const rect = row && !row.matches('.xterm-rows > div, .snapshot__row') ? inStage(row.getBoundingClientRect(), row) : union(rects);
    if (isInSight(rect, element)) areas.push(toArea(rect));
  }
  return { areas, texts: blocks.map((each) => each.trim()).filter((each) => each !== '') };
}
