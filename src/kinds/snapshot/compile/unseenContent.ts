import { tokenize, TokenType } from '@csstools/css-tokenizer';
import { isOwnAttribute } from './cssWords';
import { styleRules } from './styleRules';
import { attributeOf, childrenOf, HTML, isElement, isText, textOf, walkTree } from './sanitize/htmlTree';
import type { HtmlDocument, HtmlElement } from './sanitize/htmlTree';
import { isMatch } from './selectElements';

/** Attributes of hidden elements that styles may need, also those of drawings that others use. */
const KEPT = /^(?:class|id|hidden|style|type|shadowrootmode|slot|part|name)$/u;

/** Attributes that elements of the author’s own have too. */
const GLOBAL =
  /^(?:class|id|title|lang|dir|hidden|role|style|part|slot|exportparts|translate|popover|inert|aria-.*|data-snapshot|data-capture-.*)$/u;

/** Takes the texts and values out of the elements that hide themselves, if no style shows them after all. */
export function removeUnseenContent(tree: HtmlDocument): void {
  const closed = [...walkTree(tree)].filter((node): node is HtmlElement => isElement(node) && isClosed(node));
  if (closed.length === 0) return;
  const showing = stylesOf(tree)
    .flatMap((css) => styleRules(css))
    .flatMap(({ selector, text }) => {
      const [, value = '', important] = /(?:^|;)\s*display\s*:\s*([\w-]+)[^;]*?(!\s*important)?\s*(?:;|$)/iu.exec(text) ?? [];
      return value === '' || /^none$/iu.test(value) ? [] : [{ selector, isImportant: important !== undefined }];
    });
  for (const element of closed) {
    const isInline = attributeOf(element, 'hidden') === undefined;
    if (showing.some(({ selector, isImportant }) => (isImportant || !isInline) && isMatch(element, selector))) continue;
    for (const node of Array.from(walkTree(element))) {
      if (!isElement(node) || node.tagName === 'style' || node.namespaceURI !== HTML) continue;
      node.childNodes = node.childNodes.filter((each) => !isText(each));
      if (node !== element) node.attrs = node.attrs.filter(({ name }) => KEPT.test(name));
    }
  }
}

function isClosed(element: HtmlElement): boolean {
  if (element.namespaceURI !== HTML) return false;
  if (attributeOf(element, 'hidden') !== undefined) return true;
  return /(?:^|;)\s*display\s*:\s*none/iu.test(attributeOf(element, 'style') ?? '');
}

/** Empties the attributes of the author's own whose value no style compares or shows: it is enough that they are there. */
export function emptyUnreadAttributes(tree: HtmlDocument): void {
  const read = new Set(stylesOf(tree).flatMap(readAttributes));
  for (const node of walkTree(tree)) {
    if (!isElement(node) || node.namespaceURI !== HTML) continue;
    for (const attribute of node.attrs)
      if ((isOwnAttribute(attribute.name) || (node.tagName.includes('-') && !GLOBAL.test(attribute.name))) && !read.has(attribute.name))
        attribute.value = '';
  }
}

/** Returns the names of the attributes whose values a style compares, or shows by `attr()`. */
function readAttributes(css: string): readonly string[] {
  const tokens = tokenize({ css }).filter(([type]) => type !== TokenType.Whitespace && type !== TokenType.Comment);
  return tokens.flatMap(([type, written, , , details], at) => {
    const name = (): string => tokens[at + 1]?.[1].toLowerCase() ?? '';
    if (type === TokenType.Function && details.value.toLowerCase() === 'attr') return [name()];
    return type === TokenType.OpenSquare && written === '[' && tokens[at + 2]?.[0] !== TokenType.CloseSquare ? [name()] : [];
  });
}

function stylesOf(tree: HtmlDocument): readonly string[] {
  const found: string[] = [];
  for (const node of walkTree(tree))
    if (isElement(node) && node.tagName === 'style' && childrenOf(node).length > 0) found.push(textOf(node));
  return found;
}
