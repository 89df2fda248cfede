import { cleanTree } from './cleanTree';
import { childrenOf, HTML, isElement, isSameTree, parseCapturedHtml, parseHtml, textOf, walkTree } from './htmlTree';
import type { HtmlDocument, HtmlElement, HtmlParent } from './htmlTree';
import { limitRepeats } from './limitRepeats';
import { RemovalCounter, type RemovalKind, type Removals } from './removals';
import { serializeHtml } from './serializeHtml';

export interface SanitizedDocument {
  /** The tree that a browser makes of {@link html}. */
  readonly tree: HtmlDocument;
  readonly html: string;
  readonly removed: Removals;
}

export interface SanitizeOptions {
  /** Returns the published address of a picture or font, or why it must not be asked for. */
  readonly resolve: (address: string) => string | { readonly refused: RemovalKind };
  /** Selectors that are looked for in the result, and so need the attributes that they name. @default none */
  readonly selectors?: string | undefined;
}

/** Times a document is cleaned, written and read until nothing changes any more. Two are enough for what pages are made of. */
const MAX_ROUNDS = 12;

/**
 * Returns a document of which only what is allowed is left: it runs nothing and asks for nothing but what `resolve` returns. A parser reads
 * the very tree that was cleaned, and cleaning that tree again changes nothing. Undefined if there is no such text.
 */
export function sanitizeDocument(html: string, { resolve, selectors = '' }: SanitizeOptions): SanitizedDocument | undefined {
  const removed = new RemovalCounter();
  let tree = parseCapturedHtml(html);
  const styled = new Set([...styledAttributes(tree), ...attributesIn(selectors)]);
  const published = new Set<string>();
  const resolveOnce = (address: string): string | undefined => {
    if (published.has(address)) return address;
    const result = resolve(address);
    if (typeof result !== 'string') {
      removed.add(result.refused);
      return undefined;
    }
    published.add(result);
    return result;
  };
  const clean = (document: HtmlDocument): void => {
    cleanTree(document, { resolve: resolveOnce, removed, styled });
    limitRepeats(document, removed);
    completeDocument(document);
  };
  clean(tree);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const text = serializeHtml(tree);
    const again = parseHtml(text);
    const isRead = isSameTree(tree, again);
    clean(again);
    if (isRead && isSameTree(tree, again)) return { tree: again, html: text, removed: removed.counts };
    tree = again;
  }
  return undefined;
}

/** Returns the names of the attributes that selectors and `attr()` of a page's styles have. */
function styledAttributes(root: HtmlParent): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of walkTree(root)) {
    if (!isElement(node) || node.tagName !== 'style') continue;
    for (const name of attributesIn(textOf(node))) names.add(name);
  }
  return names;
}

/** Returns the names of attributes in selectors and in `attr()`. */
function attributesIn(css: string): readonly string[] {
  return Array.from(css.matchAll(/(?:\[|\battr\()\s*([\w-]+)/gu), ([, name = '']) => name.toLowerCase());
}

/** Gives a document its doctype, and what a document without content lacks. */
function completeDocument(document: HtmlDocument): void {
  const html = document.childNodes.find((each) => isElement(each) && each.tagName === 'html') as HtmlElement | undefined;
  const doctype = { nodeName: '#documentType', name: 'html', publicId: '', systemId: '', parentNode: document } as const;
  const root = html ?? elementIn(document, 'html');
  const childOf = (name: string): HtmlElement =>
    (childrenOf(root).find((each) => isElement(each) && each.tagName === name) as HtmlElement | undefined) ?? elementIn(root, name);
  const [head, body] = [childOf('head'), childOf('body')];
  const others = root.childNodes.filter((each) => each !== head && each !== body && !isElement(each) && each.nodeName === '#text');
  head.childNodes = head.childNodes.filter((each) => !isElement(each) || each.tagName !== 'meta');
  head.childNodes.unshift({ ...elementIn(head, 'meta'), attrs: [{ name: 'charset', value: 'utf-8' }] });
  root.childNodes = others.length > 0 ? [head, ...others, body] : [head, body];
  document.childNodes = [doctype, root];
}

function elementIn(parentNode: HtmlParent, tagName: string): HtmlElement {
  return { nodeName: tagName, tagName, attrs: [], namespaceURI: HTML as HtmlElement['namespaceURI'], childNodes: [], parentNode };
}
