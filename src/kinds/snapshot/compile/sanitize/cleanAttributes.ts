import { isAllowedAttribute, SVG_STYLE_ATTRIBUTES, type AttributeSpace } from './allowedAttributes';
import type { CleanOptions } from './cleanOptions';
import { SVG, MATHML, type HtmlAttribute, type HtmlElement } from './htmlTree';
import type { RemovalKind } from './removals';
import { mediaType, sanitizeCss } from './sanitizeCss';

/** Attributes whose value is an address that a browser asks for by itself. */
const REQUEST_ATTRIBUTES = new Set(
  'src srcset imagesrcset lowsrc dynsrc poster background data archive code codebase classid longdesc cite ping attributionsrc'.split(' '),
);

const FORM_ATTRIBUTES = /^(?:action|formaction|formmethod|formtarget|formenctype|enctype|method)$/u;

/** Addresses that run code when they are followed, with what browsers skip in them. */
// oxlint-disable-next-line no-control-regex
const CODE_ADDRESS = /^[\u0000-\u0020]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t|data)\s*:/iu;

/** SVG elements that draw a part of the page again, and may name it. */
const REFERRING_SVG_ELEMENTS = /^(?:use|linearGradient|radialGradient|pattern|textPath|filter)$/u;

/** Types of fields that show a value. */
const FIELD_TYPES = new RegExp(
  '^(?:text|search|tel|url|email|number|range|date|month|week|time|datetime-local|color|checkbox|radio|password|file' +
    '|button|submit|reset|image)$',
  'u',
);

/** Removes every attribute of an element that is not allowed, and cleans the values of the others. */
export function cleanAttributes(element: HtmlElement, options: CleanOptions): void {
  const kept = new Map<string, HtmlAttribute>();
  for (const attribute of element.attrs) {
    const value = cleanValue(element, attribute, options);
    if (value !== undefined && !kept.has(attribute.name)) kept.set(attribute.name, { name: attribute.name, value });
  }
  if (element.tagName === 'form') kept.set('method', { name: 'method', value: 'dialog' });
  if (element.tagName === 'button' && !kept.has('type')) kept.set('type', { name: 'type', value: 'button' });
  element.attrs = [...kept.values()];
  if (element.tagName === 'input') cleanField(element, options);
}

function cleanValue(element: HtmlElement, { name, value, prefix }: HtmlAttribute, options: CleanOptions): string | undefined {
  const space: AttributeSpace = element.namespaceURI === SVG ? 'svg' : element.namespaceURI === MATHML ? 'mathml' : 'html';
  const css = (text: string): string => sanitizeCss(text, { ...options, onRemove: (kind) => options.removed.add(kind) });
  if (name === 'href' && (prefix === undefined || prefix === '' || prefix === 'xlink')) return cleanHref(element, value, options);
  if (name === 'src' && space === 'html' && isPicture(element)) return options.resolve(value.trim());
  if (prefix || !isAllowedAttribute(name, element.tagName, space, options.styled)) {
    const kind = kindOfRemoved(name);
    if (kind) options.removed.add(kind);
    return undefined;
  }
  if (name === 'style') return css(value);
  if (name === 'media') return value.replaceAll(/\b(?:screen|print)\b/giu, mediaType);
  if (space === 'svg' && SVG_STYLE_ATTRIBUTES.has(name) && value.includes('(')) return css(`${name}:${value}`).replace(/^[^:]*:/u, '');
  return value;
}

function isPicture({ tagName, attrs }: HtmlElement): boolean {
  return tagName === 'img' || (tagName === 'input' && attrs.some(({ name, value }) => name === 'type' && /^image$/iu.test(value)));
}

function kindOfRemoved(name: string): RemovalKind | undefined {
  if (name.startsWith('on')) return 'handler';
  if (name === 'srcdoc') return 'frame';
  if (FORM_ATTRIBUTES.test(name)) return 'form';
  return REQUEST_ATTRIBUTES.has(name) ? 'foreign' : undefined;
}

/** A link keeps its colours with an address that leads nowhere. */
function cleanHref({ tagName, namespaceURI }: HtmlElement, value: string, { removed, resolve }: CleanOptions): string | undefined {
  const address = value.trim();
  if (namespaceURI === SVG) {
    if (tagName === 'image') return resolve(address);
    if (REFERRING_SVG_ELEMENTS.test(tagName) && /^#[^\s"'<>]+$/u.test(address)) return address;
    removed.add(CODE_ADDRESS.test(value) ? 'code' : 'foreign');
    return undefined;
  }
  const isLink = tagName === 'a' || tagName === 'area';
  if (CODE_ADDRESS.test(value)) removed.add('code');
  else if (!address.startsWith('#')) removed.add(isLink ? 'link' : 'foreign');
  return isLink ? '#' : undefined;
}

/** Gives buttons their labels, in one language everywhere. Removes the values of hidden fields. */
function cleanField(element: HtmlElement, { removed, styled }: CleanOptions): void {
  const valueOf = (name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;
  const written = valueOf('type')?.toLowerCase() ?? 'text';
  const type = FIELD_TYPES.test(written) ? written : 'text';
  const value = valueOf('value') ?? { submit: 'Submit', reset: 'Reset' }[type];
  const keepsName = type === 'radio' || styled.has('name');
  const others = element.attrs.filter(({ name }) => name !== 'type' && name !== 'value' && (name !== 'name' || keepsName));
  const isSecret = type === 'password' && value !== undefined && !/^•*$/u.test(value);
  if (isSecret) removed.add('secret');
  const shown = isSecret ? '•'.repeat(value.length) : value;
  element.attrs = [
    { name: 'type', value: type },
    ...others,
    ...(shown === undefined || type === 'file' ? [] : [{ name: 'value', value: shown }]),
  ];
}
