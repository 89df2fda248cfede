import { attributeOf, isElement, isTemplate, SVG, walkTree, type HtmlElement, type HtmlNode, type HtmlParent } from './htmlTree';
import type { RemovalCounter } from './removals';

/** Elements that references of a page draw again, at most. A drawing that repeats itself needs few references for billions. */
const MAX_REPEATED = 100_000;

/** References and elements inside of each other, at most. */
const MAX_DEPTH = 1000;

/** References of attributes, as the cleaned page has them. */
const REFERENCE = /url\("(?<address>#[^"]+)"\)/gu;

/** Takes out the references of drawings with which a page would draw more than a browser can. */
export function limitRepeats(root: HtmlParent, removed: RemovalCounter): void {
  for (const scope of scopesIn(root)) limitScope(scope, removed);
}

/** Returns a document and its shadow roots: references do not leave them. */
function scopesIn(root: HtmlParent): readonly HtmlParent[] {
  return [root, ...[...walkTree(root)].flatMap((node) => (isTemplate(node) ? [node.content] : []))];
}

function limitScope(scope: HtmlParent, removed: RemovalCounter): void {
  const elements = elementsIn(scope);
  const referring = elements.filter((element) => element.namespaceURI === SVG && referencesOf(element).length > 0);
  if (referring.length === 0) return;
  const targets = new Map<string, HtmlElement>();
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    if (id !== undefined && !targets.has(`#${id}`)) targets.set(`#${id}`, element);
  }
  const sizes = new Map<HtmlElement, number>();
  /** Returns how many elements are drawn for an element, with those that it refers to. A circle is not drawn. */
  const sizeOf = (element: HtmlElement, depth: number): number => {
    if (depth > MAX_DEPTH) return Infinity;
    const known = sizes.get(element);
    if (known !== undefined) return known;
    sizes.set(element, 0);
    let size = 1;
    for (const address of referencesOf(element)) size += costOf(address, depth + 1);
    for (const child of element.childNodes) if (isElement(child) && !isTemplate(child)) size += sizeOf(child, depth + 1);
    sizes.set(element, size);
    return size;
  };
  const costOf = (address: string, depth = 0): number => {
    const target = targets.get(address);
    return target ? sizeOf(target, depth) : 0;
  };
  let repeated = 0;
  for (const element of referring) {
    const cost = referencesOf(element).reduce((sum, address) => sum + costOf(address), 0);
    if (repeated + cost <= MAX_REPEATED) repeated += cost;
    else {
      removed.add('repeat');
      element.attrs = element.attrs.filter(({ name, value }) => referencesIn(name, value).length === 0);
    }
  }
}

/** Returns the elements of a scope, without those in shadow roots. */
function elementsIn(scope: HtmlParent): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const stack: HtmlNode[] = scope.childNodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node) || isTemplate(node)) continue;
    found.push(node);
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) stack.push(node.childNodes[at]!);
  }
  return found;
}

function referencesOf(element: HtmlElement): readonly string[] {
  return element.attrs.flatMap(({ name, value }) => referencesIn(name, value));
}

/** Returns what an attribute of a drawing refers to. */
function referencesIn(name: string, value: string): readonly string[] {
  if (name === 'href') return value.startsWith('#') ? [value] : [];
  return Array.from(value.matchAll(REFERENCE), ({ groups }) => groups!['address']!);
}
