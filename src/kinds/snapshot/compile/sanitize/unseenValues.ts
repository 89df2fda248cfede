import { attributeOf, HTML, setAttribute } from './htmlTree';
import type { HtmlElement } from './htmlTree';
import type { RemovalCounter } from './removals';

/** What stands for a password, of whatever length it is. */
const MASK = '••••••••';

/** Fields of passwords, payment cards and codes. Source: HTML, 4.10.18.7 */
const SECRET_FIELD = /(?:^|\s)(?:(?:current|new)-password|one-time-code|cc-\S+)(?:\s|$)/iu;

/** Masks and removes the values of an element that its page does not show: those that a form sends, and those of secret fields. */
export function removeUnseenValues(element: HtmlElement, removed: RemovalCounter): void {
  const { tagName, namespaceURI } = element;
  const value = attributeOf(element, 'value');
  if (namespaceURI !== HTML || value === undefined) return;
  const type = attributeOf(element, 'type')?.trim().toLowerCase() ?? 'text';
  if (/^(?:button|option|data)$/u.test(tagName) || (tagName === 'input' && /^(?:checkbox|radio)$/u.test(type)))
    setAttribute(element, 'value', undefined);
  const isSecret =
    type === 'password' ||
    SECRET_FIELD.test(attributeOf(element, 'autocomplete') ?? '') ||
    /-webkit-text-security\s*:/iu.test(attributeOf(element, 'style') ?? '');
  if (tagName !== 'input' || !isSecret || value === '' || value === MASK) return;
  removed.add('secret');
  setAttribute(element, 'value', MASK);
}
