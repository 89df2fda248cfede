import {
  canHaveShadowRoot,
  HTML_ELEMENTS,
  isCustomElement,
  MATHML_ELEMENTS,
  MATHML_TEXT_ELEMENTS,
  REMOVED_ELEMENTS,
  SVG_ELEMENTS,
} from './allowedElements';
import { cleanAttributes } from './cleanAttributes';
import { attributeOf, childrenOf, HTML, isElement, isTemplate, isText, MATHML, SVG, textOf } from './htmlTree';
import type { HtmlElement, HtmlNode, HtmlParent } from './htmlTree';
import type { CleanOptions } from './cleanOptions';
import type { RemovalCounter } from './removals';
import { sanitizeCss } from './sanitizeCss';
import { removeUnseenValues } from './unseenValues';

/** Elements of drawings that hold text. */
const SVG_TEXT = /^(?:text|tspan|textPath)$/u;

/** Browsers nest no deeper than 512 elements. */
const MAX_DEPTH = 400;

/** A style of an SVG, to be put where HTML may have it: there, a parser reads its text otherwise. */
type Hoisted = string[];

/** Removes from a tree all that is not allowed. */
export function cleanTree(root: HtmlParent, options: CleanOptions): void {
  cleanRoot(root, options, 0);
}

/** Cleans a document, or the content of a shadow root; styles of its drawings are put at its begin. */
function cleanRoot(root: HtmlParent, options: CleanOptions, depth: number): void {
  const hoisted: Hoisted = [];
  cleanChildren(root, options, depth, hoisted);
  const css = hoisted.join('\n');
  if (css === '') return;
  const html = root.childNodes.find((each) => isElement(each) && each.tagName === 'html');
  const head = html && childrenOf(html).find((each) => isElement(each) && each.tagName === 'head');
  const place = head && isElement(head) ? head : root;
  const style = createElement('style', place);
  style.childNodes = [{ nodeName: '#text', value: css, parentNode: style }];
  if (place === root) root.childNodes.unshift(style);
  else place.childNodes.push(style);
}

function cleanChildren(parent: HtmlParent, options: CleanOptions, depth: number, hoisted: Hoisted): void {
  const kept: HtmlNode[] = [];
  for (const node of parent.childNodes) {
    const cleaned = cleanNode(node, parent, options, depth, hoisted);
    if (!cleaned) continue;
    const last = kept.at(-1);
    if (last && isText(last) && isText(cleaned)) last.value += cleaned.value;
    else kept.push(cleaned);
    cleaned.parentNode = parent;
  }
  parent.childNodes = kept;
}

function cleanNode(node: HtmlNode, parent: HtmlParent, options: CleanOptions, depth: number, hoisted: Hoisted): HtmlNode | undefined {
  if (isText(node)) return isElement(parent) && holdsNoText(parent) ? undefined : node;
  if (node.nodeName === '#documentType')
    return { nodeName: '#documentType', name: 'html', publicId: '', systemId: '', parentNode: parent } as HtmlNode;
  if (!isElement(node)) return undefined;
  const { removed } = options;
  if (depth > MAX_DEPTH) {
    removed.add('deep');
    return undefined;
  }
  if (node.tagName === 'style') return cleanStyle(node, parent, options, hoisted);
  if (isCharset(node)) return node;
  const kind = REMOVED_ELEMENTS[node.tagName];
  if (Object.hasOwn(REMOVED_ELEMENTS, node.tagName) && kind) {
    const isRefresh = node.tagName === 'meta' && /^refresh$/iu.test(attributeOf(node, 'http-equiv')?.trim() ?? '');
    if (isRefresh) removed.add('refresh');
    else if (node.tagName !== 'meta') removed.add(kind);
    return undefined;
  }
  if (isTemplate(node)) return cleanTemplate(node, parent, options, depth);
  if (node.tagName === 'input' && /^hidden$/iu.test(attributeOf(node, 'type') ?? '')) {
    if (attributeOf(node, 'value')) removed.add('secret');
    return undefined;
  }
  if (!isAllowedElement(node, parent, removed)) return undefined;
  removeUnseenValues(node, removed);
  cleanAttributes(node, options);
  cleanChildren(node, options, depth + 1, hoisted);
  // A browser takes the shadow root out from among the children.
  const shadow = node.childNodes.find(isTemplate);
  if (shadow) node.childNodes = [shadow, ...node.childNodes.filter((each) => each !== shadow)];
  return node;
}

/** Whether an element may stand where it is. An unknown HTML element becomes a `span`, so that its text stays. */
function isAllowedElement(node: HtmlElement, parent: HtmlParent, removed: RemovalCounter): boolean {
  const space = isElement(parent) ? spaceInside(parent) : HTML;
  if (node.namespaceURI === SVG) {
    if (node.tagName === 'a') node.tagName = node.nodeName = isElement(parent) && SVG_TEXT.test(parent.tagName) ? 'tspan' : 'g';
    const isRoot = node.tagName === 'svg' && space === HTML;
    return SVG_ELEMENTS.has(node.tagName) && (isRoot || space === SVG);
  }
  if (node.namespaceURI === MATHML)
    return MATHML_ELEMENTS.has(node.tagName) && (space === MATHML || node.tagName === 'math') && space !== SVG;
  if (space !== HTML) return false;
  if (!HTML_ELEMENTS.has(node.tagName) && !isCustomElement(node.tagName)) {
    removed.add('element');
    node.tagName = node.nodeName = 'span';
  }
  return true;
}

/** Returns the namespace of the children of an element. */
function spaceInside({ namespaceURI, tagName }: HtmlElement): string {
  if (namespaceURI === SVG && tagName === 'foreignObject') return HTML;
  return namespaceURI === MATHML && MATHML_TEXT_ELEMENTS.has(tagName) ? '' : namespaceURI;
}

function holdsNoText({ namespaceURI, tagName }: HtmlElement): boolean {
  if (namespaceURI === SVG) return tagName !== 'foreignObject' && !SVG_TEXT.test(tagName);
  return namespaceURI === MATHML && !MATHML_TEXT_ELEMENTS.has(tagName);
}

function isCharset({ tagName, attrs: [first, ...others] }: HtmlElement): boolean {
  return tagName === 'meta' && others.length === 0 && first?.name === 'charset' && first.value === 'utf-8';
}

function cleanStyle(node: HtmlElement, parent: HtmlParent, options: CleanOptions, hoisted: Hoisted): HtmlElement | undefined {
  // Styles in other languages do nothing in a browser.
  if (!/^(?:text\/css)?$/iu.test(attributeOf(node, 'type') ?? '')) return undefined;
  const css = sanitizeCss(textOf(node), { ...options, onRemove: (kind) => options.removed.add(kind) });
  if (css === '') return undefined;
  if (node.namespaceURI !== HTML || (isElement(parent) && spaceInside(parent) !== HTML)) {
    hoisted.push(css);
    return undefined;
  }
  cleanAttributes(node, options);
  node.childNodes = [{ nodeName: '#text', value: css, parentNode: node }];
  return node;
}

/** A template stays only if a browser makes a shadow root of it. Its styles cannot leave it. */
function cleanTemplate(
  node: HtmlElement & { content: HtmlParent },
  parent: HtmlParent,
  options: CleanOptions,
  depth: number,
): HtmlElement | undefined {
  const isShadow = /^(?:open|closed)$/iu.test(attributeOf(node, 'shadowrootmode') ?? '');
  if (!isShadow || !isElement(parent) || parent.namespaceURI !== HTML || !canHaveShadowRoot(parent.tagName)) return undefined;
  const isFirst = parent.childNodes.find((each) => isTemplate(each) && attributeOf(each, 'shadowrootmode') !== undefined) === node;
  if (!isFirst) return undefined;
  node.attrs = [{ name: 'shadowrootmode', value: 'open' }];
  node.childNodes = [];
  cleanRoot(node.content, options, depth + 1);
  return node;
}

function createElement(tagName: string, parentNode: HtmlParent): HtmlElement {
  return { nodeName: tagName, tagName, attrs: [], namespaceURI: HTML as HtmlElement['namespaceURI'], childNodes: [], parentNode };
}
