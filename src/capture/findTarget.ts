import type { Locator, Page } from 'playwright-core';
import { closestMatch } from '../core/closestMatch';

/** Number by which an element is found again: its place among those that a step may name. */
interface Found {
  readonly count: number;
  /** Selectors and words of the page, of which one may be meant. */
  readonly names: readonly string[];
}

/** Marks the elements that a step names, so that they are found again. */
const MARK = 'data-understudy-target';

/** The element that a step names, or what is wrong with the name. */
export type Target = { readonly locator: Locator } | { readonly count: number; readonly suggestion: string | undefined };

/**
 * Finds the one visible element that a name stands for: a CSS selector, also of an element in a shadow root, or else the words of the
 * element. `css:` or `words:` before the name says which of both.
 */
export async function findTarget(page: Page, name: string): Promise<Target> {
  for (const frame of page.frames()) {
    const { count } = await frame.evaluate(markElements, { name, mark: MARK });
    if (count === 1) return { locator: frame.locator(`[${MARK}]`) };
    if (count > 1) return { count, suggestion: undefined };
  }
  const { names } = await page.evaluate(markElements, { name, mark: MARK });
  return { count: 0, suggestion: closestMatch(name.replace(/^(?:css|words):\s*/u, ''), names) };
}

/** Removes the mark from the page, so that it is not captured. */
export async function unmarkTarget(locator: Locator): Promise<void> {
  await locator.evaluate((element, mark) => element.removeAttribute(mark), MARK, { timeout: 1000 }).catch(() => undefined);
}

/** Marks what a name stands for. Runs in the page. */
function markElements({ name, mark }: { name: string; mark: string }): Found {
  const [, prefix, written = name] = /^(css|words):\s*([^]*)$/u.exec(name) ?? [];
  const elements: Element[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      element.removeAttribute(mark);
      elements.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  const visible = elements.filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const normalize = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
  const matches = (element: Element): boolean => {
    try {
      return element.matches(written);
    } catch {
      return false;
    }
  };
  const wordsOf = (element: Element): readonly string[] => {
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '');
    const attributes = ['aria-label', 'placeholder', 'alt', 'title'].map((each) => element.getAttribute(each) ?? '');
    const own = /^(?:html|body|head|script|style)$/u.test(element.localName) ? '' : (element.textContent ?? '');
    const value = element instanceof HTMLInputElement && /^(?:submit|button|reset)$/u.test(element.type) ? element.value : '';
    return [own, ...labels, ...attributes, value].map(normalize).filter((words) => words !== '' && words.length < 200);
  };
  const selected = prefix === 'words' ? [] : visible.filter(matches);
  const words = normalize(written);
  const exact = visible.filter((element) => wordsOf(element).includes(words));
  const containing = visible.filter((element) => wordsOf(element).some((each) => each.includes(words)));
  const named = selected.length > 0 || prefix === 'css' ? [] : exact.length > 0 ? exact : containing;
  const innermost = named.filter((element) => !named.some((other) => other !== element && element.contains(other)));
  // A label names its field.
  const fields = innermost.filter(
    (element) => !(element instanceof HTMLLabelElement && element.control && innermost.includes(element.control)),
  );
  const found = selected.length > 0 ? selected : fields;
  for (const element of found) element.setAttribute(mark, '');
  const names = visible.flatMap((element) => [
    ...(element.id === '' ? [] : [`#${element.id}`]),
    ...[...element.classList].map((each) => `.${each}`),
    ...wordsOf(element).filter(({ length }) => length <= 60),
  ]);
  return { count: found.length, names: [...new Set(names)].slice(0, 2000) };
}
