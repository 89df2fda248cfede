import { attributeOf, isElement, isText, setAttribute, walkTree } from './sanitize/htmlTree';
import type { HtmlElement } from './sanitize/htmlTree';

/** Attributes whose values are not shown and not read. */
export const STRUCTURAL = /^(?:style|src|href|type|d|points|viewBox|transform|shadowrootmode|charset|width|height)$/u;

/** Puts other letters in the place of the words in an element, removes its pictures, and makes it look blurred. */
export function blurElement(element: HtmlElement): void {
  for (const node of walkTree(element)) {
    if (isText(node)) node.value = scramble(node.value);
    else if (isElement(node)) node.attrs = node.attrs.flatMap(({ name, value }) => blurAttribute(name, value));
  }
  const style = attributeOf(element, 'style');
  setAttribute(element, 'style', `${style === undefined ? '' : `${style};`}filter:blur(6px)!important;user-select:none`);
  setAttribute(element, 'aria-hidden', 'true');
}

function blurAttribute(name: string, value: string): HtmlElement['attrs'] {
  if (name === 'style') return [{ name, value: value.replaceAll(/url\("(?!#)[^"]*"\)/gu, 'none') }];
  if (/^(?:value|placeholder)$/u.test(name)) return [{ name, value: scramble(value) }];
  return /^(?:src|href|alt|title|label|aria-.*|data-.*)$/u.test(name) ? [] : [{ name, value }];
}

const LETTERS = Array.from('loremipsumdolorsitametconsectetur');

/** Replaces every character but white space. */
function scramble(text: string): string {
  return Array.from(text, (each, at) => (/\s/u.test(each) ? each : LETTERS[at % LETTERS.length]!)).join('');
}
