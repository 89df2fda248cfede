import { childrenOf, HTML, isElement, isText, type HtmlElement, type HtmlNode, type HtmlParent } from './htmlTree';

/** Elements without an end tag. Source: HTML, 13.1.2 */
const VOID_ELEMENTS = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'meta', 'wbr']);

/** Elements after whose start tag the parser skips a line break. Source: HTML, 13.2.6.4.7 */
const SKIPS_LINE_BREAK = new Set(['pre', 'textarea', 'listing']);

/**
 * Writes a clean tree as HTML. Beyond what the standard escapes, `<` and `>` are escaped in attributes, and styles have no `<` that could
 * begin a tag (see sanitizeCss.ts): no text is a tag, in whatever way a parser reads it.
 */
export function serializeHtml(node: HtmlNode | HtmlParent): string {
  if (isText(node)) return isRawText(node.parentNode) ? node.value : escapeText(node.value);
  const content = childrenOf(node).map(serializeHtml).join('');
  if (node.nodeName === '#documentType') return '<!DOCTYPE html>';
  if (!isElement(node)) return content;
  const name = node.tagName;
  const attributes = node.attrs.map((each) => ` ${each.name}="${escapeAttribute(each.value)}"`).join('');
  if (node.namespaceURI === HTML && VOID_ELEMENTS.has(name)) return `<${name}${attributes}>`;
  return `<${name}${attributes}>${keptLineBreak(node)}${content}</${name}>`;
}

function isRawText(parent: HtmlParent | null): boolean {
  return parent !== null && isElement(parent) && parent.tagName === 'style' && parent.namespaceURI === HTML;
}

function keptLineBreak(element: HtmlElement): string {
  const first = childrenOf(element)[0];
  return SKIPS_LINE_BREAK.has(element.tagName) && first && isText(first) && first.value.startsWith('\n') ? '\n' : '';
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00A0', '&nbsp;')
    .replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}
