import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type HtmlDocument = DefaultTreeAdapterTypes.Document;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlTemplate = DefaultTreeAdapterTypes.Template;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;
export type HtmlAttribute = HtmlElement['attrs'][number];

export const HTML = 'http://www.w3.org/1999/xhtml';
export const SVG = 'http://www.w3.org/2000/svg';
export const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Parses a document as a browser without scripts does. */
export function parseHtml(html: string): HtmlDocument {
  return parse(html, { scriptingEnabled: false });
}

/** Parses a document as the browser did that showed it: what is for browsers without scripts is no part of the page. */
export function parseCapturedHtml(html: string): HtmlDocument {
  return parse(html, { scriptingEnabled: true });
}

export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode | HtmlParent): node is HtmlText {
  return node.nodeName === '#text';
}

/** Whether a node is a template, whose children are in a fragment of its own. */
export function isTemplate(node: HtmlNode | HtmlParent): node is HtmlTemplate {
  return isElement(node) && node.tagName === 'template' && node.namespaceURI === HTML;
}

/** Returns the children of a node; of a template, those in its fragment. */
export function childrenOf(node: HtmlNode | HtmlParent): readonly HtmlNode[] {
  if (isTemplate(node)) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

/** Yields a node and every node inside of it in the order of the document, those in templates too. Works on trees of any depth. */
export function* walkTree(root: HtmlNode | HtmlParent): Generator<HtmlNode | HtmlParent> {
  const stack: (HtmlNode | HtmlParent)[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) stack.push(children[at]!);
  }
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name && !each.prefix)?.value;
}

/** Sets an attribute of an element, or removes it. */
export function setAttribute(element: HtmlElement, name: string, value: string | undefined): void {
  const known = element.attrs.find((each) => each.name === name);
  if (value === undefined) element.attrs = element.attrs.filter((each) => each !== known);
  else if (known) known.value = value;
  else element.attrs.push({ name, value });
}

/** Returns the text in an element, as it is written. */
export function textOf(root: HtmlNode | HtmlParent): string {
  let text = '';
  for (const node of walkTree(root)) if (isText(node)) text += node.value;
  return text;
}

/** Whether two trees have the same elements, attributes and texts. */
export function isSameTree(one: HtmlNode | HtmlParent, other: HtmlNode | HtmlParent): boolean {
  const others = walkTree(other);
  for (const node of walkTree(one)) {
    const { value: twin } = others.next() as { value: HtmlNode | HtmlParent | undefined };
    if (!twin || !isSameNode(node, twin)) return false;
  }
  return others.next().done === true;
}

function isSameNode(one: HtmlNode | HtmlParent, other: HtmlNode | HtmlParent): boolean {
  if (one.nodeName !== other.nodeName || childrenOf(one).length !== childrenOf(other).length) return false;
  if (isText(one) && isText(other)) return one.value === other.value;
  if (!isElement(one) || !isElement(other)) return true;
  if (one.namespaceURI !== other.namespaceURI || one.attrs.length !== other.attrs.length) return false;
  return one.attrs.every(({ name, value }, at) => other.attrs[at]?.name === name && other.attrs[at].value === value);
}
