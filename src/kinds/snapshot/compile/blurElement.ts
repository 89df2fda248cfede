import { attributeOf, childrenOf, isElement, isText, setAttribute, SVG, walkTree } from './sanitize/htmlTree';
import type { HtmlAttribute, HtmlElement, HtmlParent } from './sanitize/htmlTree';
import { isOwnAttribute } from './cssWords';
import { withoutContent } from './withoutContent';

/** Attributes of which an element keeps its size and place, and that say nothing of what is in it. */
const KEPT = new RegExp(
  '^(?:type|hidden|open|checked|selected|disabled|multiple|dir|rows|cols|size|colspan|rowspan|span|align|valign|nowrap|border' +
    '|cellpadding|cellspacing|shadowrootmode|popover|data-snapshot|data-capture-scroll)$',
  'u',
);

/** Of drawings, where a text stands, and how large the drawing is. */
const KEPT_IN_DRAWING = /^(?:x|y|dx|dy|viewBox|width|height|text-anchor|dominant-baseline|font-size|transform|data-snapshot)$/u;

/** Attributes whose values are names that may stand in styles. */
export const NAMES = /^(?:class|id|slot|part|name)$/u;

/** Puts other letters in the place of the words in an element, removes its pictures and drawings, and makes it look blurred. */
export function blurElement(element: HtmlElement): void {
  concealElement(element, scramble);
  const style = attributeOf(element, 'style');
  setAttribute(element, 'style', `filter:blur(6px)!important;user-select:none${style === undefined ? '' : `;${style}`}`);
  setAttribute(element, 'aria-hidden', 'true');
}

/**
 * Takes out of an element all that says what is in it, but for names, by which steps still find it (see `concealNames`).
 * @param changeText returns what stands in the place of a text
 */
export function concealElement(element: HtmlElement, changeText: (text: string) => string): void {
  // Before any of them changes, so that what is added stays.
  for (const node of Array.from(walkTree(element))) {
    if (isText(node) && !isStyleText(node.parentNode)) node.value = changeText(node.value);
    if (!isElement(node)) continue;
    node.attrs = node.attrs.flatMap((attribute) => keptAttribute(node, attribute));
    if (node.namespaceURI === SVG && node.tagName === 'svg') conceal(node);
    else if (node.tagName === 'input') concealField(node, changeText);
    else if (/^(?:meter|progress)$/u.test(node.tagName)) setAttribute(node, 'value', '0.5');
  }
}

function isStyleText(parent: HtmlParent | null): boolean {
  return parent !== null && isElement(parent) && parent.tagName === 'style';
}

function keptAttribute(element: HtmlElement, { name, value }: HtmlAttribute): readonly HtmlAttribute[] {
  if (name === 'style') return [{ name, value: withoutContent(value) }];
  if (element.tagName === 'style') return [{ name, value }];
  if (NAMES.test(name)) return [{ name, value }];
  if (element.namespaceURI === SVG) return KEPT_IN_DRAWING.test(name) && !isShape(element) ? [{ name, value }] : [];
  if (/^(?:width|height)$/u.test(name)) return /^[\d.]+%?$/u.test(value) ? [{ name, value }] : [];
  if (name === 'value' && element.tagName === 'input') return [{ name, value }];
  if (isOwnAttribute(name)) return [{ name, value }];
  return KEPT.test(name) ? [{ name, value }] : [];
}

function isShape({ tagName }: HtmlElement): boolean {
  return !/^(?:svg|g|text|tspan|foreignObject)$/u.test(tagName);
}

/** Puts an area in the place of all that a drawing draws, but for its texts. */
function conceal(drawing: HtmlElement): void {
  const area: HtmlElement = {
    nodeName: 'rect',
    tagName: 'rect',
    attrs: [
      { name: 'width', value: '100%' },
      { name: 'height', value: '100%' },
      { name: 'fill', value: 'currentColor' },
      { name: 'opacity', value: '.2' },
    ],
    namespaceURI: drawing.namespaceURI,
    childNodes: [],
    parentNode: drawing,
  };
  drawing.childNodes = [area, ...childrenOf(drawing).filter((each) => isElement(each) && !isShape(each) && each.tagName !== 'svg')];
}

/** Texts in a field are concealed as others are; of a number, a date or a colour nothing stays. */
function concealField(field: HtmlElement, changeText: (text: string) => string): void {
  const [type = 'text', value] = [attributeOf(field, 'type'), attributeOf(field, 'value')];
  if (value === undefined) return;
  const hasText = /^(?:text|search|tel|url|email|password|button|submit|reset)$/u.test(type);
  setAttribute(field, 'value', hasText ? changeText(value) : undefined);
}

const LETTERS = Array.from('loremipsumdolorsitametconsectetur');

/** Replaces every character but white space. */
function scramble(text: string): string {
  return Array.from(text, (each, at) => (/\s/u.test(each) ? each : LETTERS[at % LETTERS.length]!)).join('');
}
