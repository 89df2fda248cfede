import { attributeOf, childrenOf, HTML, isElement, isTemplate, isText } from './sanitize/htmlTree';
import type { HtmlElement, HtmlNode, HtmlParent, HtmlText } from './sanitize/htmlTree';
import { normalize } from './findElements';

/** Lines of a page that a transcript has; a list of thousands cannot be read. */
const MAX_LINES = 300;

/** Elements that continue the line they stand in. */
const INLINE = new RegExp(
  '^(?:a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|kbd|label|mark|q|ruby|td|th|s|samp|slot|small|span|strong|sub|sup|time|u|var' +
    '|wbr|ins|del|big|tt|strike|nobr)$',
  'u',
);

/** Elements that are not read, or whose parts are read apart. */
const SILENT = /^(?:style|title|head|canvas|datalist|map|area|svg|math)$/u;

/** What a page says of itself beside its tree. */
export interface ReadablePage {
  readonly isHidden: (element: HtmlElement) => boolean;
  /** Returns a text and the value of an attribute as they are in the scene's data: with references to variables. */
  readonly written: (text: HtmlText) => string;
  readonly writtenAttribute: (element: HtmlElement, name: string) => string;
}

/** Returns the texts of a page in reading order, a line for each heading, control and paragraph, without what is known to be hidden. */
export function readableLines(root: HtmlParent, page: ReadablePage): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const endLine = (): void => {
    const text = normalize(line);
    if (text !== '' && lines.at(-1) !== text) lines.push(text);
    line = '';
  };
  const addLine = (text: string): void => {
    endLine();
    line = text;
    endLine();
  };
  const visit = (node: HtmlNode | HtmlParent): void => {
    if (isText(node)) {
      line += page.written(node);
      return;
    }
    if (!isElement(node)) return childrenOf(node).forEach(visit);
    if (isTemplate(node)) return;
    if (page.isHidden(node) || isClosed(node)) return;
    const control = controlText(node, page);
    if (control !== undefined) return addLine(control);
    if (SILENT.test(node.tagName)) return;
    // A custom element or an inline one in a row of others is no line of its own.
    if (isSeparate(node) && line !== '') line += node.tagName === 'td' || node.tagName === 'th' ? ' · ' : ' ';
    const isInline = node.namespaceURI !== HTML || INLINE.test(node.tagName) || node.tagName.includes('-');
    if (!isInline) endLine();
    const shadow = childrenOf(node).find(isTemplate);
    if (shadow) visitShadow(node, shadow);
    else childrenOf(node).forEach(visit);
    if (!isInline) endLine();
  };
  /** Reads a shadow root, with the element's own children where it shows them. */
  const visitShadow = (host: HtmlElement, shadow: HtmlNode): void => {
    const own = childrenOf(host).filter((each) => each !== shadow);
    const slotOf = (child: HtmlNode): string => (isElement(child) ? (attributeOf(child, 'slot') ?? '') : '');
    const read = (node: HtmlNode): void => {
      if (!isElement(node) || node.tagName !== 'slot') return visitWith(node);
      const shown = own.filter((child) => slotOf(child) === (attributeOf(node, 'name') ?? ''));
      if (shown.some((child) => isElement(child) || (isText(child) && child.value.trim() !== ''))) shown.forEach(visit);
      else childrenOf(node).forEach(visit);
    };
    const visitWith = (node: HtmlNode): void => {
      if (!isElement(node) || isTemplate(node) || childrenOf(node).some(isTemplate) || controlText(node, page) !== undefined)
        return visit(node);
      if (page.isHidden(node) || isClosed(node) || SILENT.test(node.tagName)) return;
      const isInline = INLINE.test(node.tagName);
      if (!isInline) endLine();
      childrenOf(node).forEach(read);
      if (!isInline) endLine();
    };
    childrenOf(shadow).forEach(read);
  };
  visit(root);
  endLine();
  return lines.length <= MAX_LINES ? lines : [...lines.slice(0, MAX_LINES), `… ${lines.length - MAX_LINES} more lines`];
}

/** Whether an element follows another one directly: what is in both are two things, side by side. */
function isSeparate(node: HtmlElement): boolean {
  const siblings = node.parentNode?.childNodes ?? [];
  const before = siblings.slice(0, siblings.indexOf(node)).findLast((each) => !isText(each) || each.value.trim() !== '');
  return before !== undefined && isElement(before);
}

/** Whether an element hides itself, by what can be known without layout. */
function isClosed(element: HtmlElement): boolean {
  const has = (name: string): boolean => attributeOf(element, name) !== undefined;
  if (has('hidden') || attributeOf(element, 'aria-hidden') === 'true' || has('popover')) return true;
  if (element.tagName === 'dialog' && !has('open')) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attributeOf(element, 'style') ?? '');
}

/** Returns what a field, a picture or a control is and holds; undefined for other elements. */
function controlText(element: HtmlElement, page: ReadablePage): string | undefined {
  const { tagName } = element;
  const value = (name: string): string => normalize(page.writtenAttribute(element, name));
  const label = value('aria-label') || value('placeholder') || value('title');
  if (tagName === 'img') return value('alt');
  if (element.tagName === 'svg') return value('aria-label');
  if (tagName === 'input') {
    const type = value('type');
    if (type === 'checkbox' || type === 'radio') return attributeOf(element, 'checked') === undefined ? '☐' : '☑';
    return [value('aria-label'), value('value') || value('placeholder')].filter(Boolean).join(': ');
  }
  if (tagName === 'textarea')
    return [
      label,
      normalize(
        childrenOf(element)
          .map((each) => (isText(each) ? page.written(each) : ''))
          .join(''),
      ),
    ]
      .filter(Boolean)
      .join(': ');
  if (tagName !== 'select') return undefined;
  const options = childrenOf(element).filter((each): each is HtmlElement => isElement(each) && each.tagName === 'option');
  const chosen = options.find((each) => attributeOf(each, 'selected') !== undefined) ?? options[0];
  return chosen
    ? normalize(
        childrenOf(chosen)
          .map((each) => (isText(each) ? page.written(each) : ''))
          .join(''),
      )
    : '';
}
