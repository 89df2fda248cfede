import { closestMatch } from '../../../core/closestMatch';
import { attributeOf, childrenOf, isElement, isText, walkTree } from './sanitize/htmlTree';
import type { HtmlElement, HtmlNode, HtmlParent } from './sanitize/htmlTree';
import { selectElements } from './selectElements';

/** The words by which people know an element without text, such as a field or a picture. */
export const LABELS = ['aria-label', 'placeholder', 'alt', 'title', 'value'];

/** Elements whose text is not on the page. */
const TEXTLESS = /^(?:style|title|head|html|body)$/u;

/** Returns the elements that a name stands for: a selector or words, or what a prefix says. */
export function findElements(root: HtmlParent, name: string): readonly HtmlElement[] {
  const [, prefix, rest = name] = /^(css|words):\s*([^]*)$/u.exec(name) ?? [];
  const selected = prefix === 'words' ? [] : (selectElements(root, rest) ?? []);
  const named = prefix === 'css' ? [] : elementsByWords(root, rest);
  return [...new Set([...selected, ...named])];
}

/** Returns what a name that stands for no element was probably meant to be. */
export function closestName(root: HtmlParent, name: string): string | undefined {
  const names = new Set<string>();
  for (const node of walkTree(root)) {
    if (!isElement(node) || TEXTLESS.test(node.tagName)) continue;
    const id = attributeOf(node, 'id');
    if (id) names.add(`#${id}`);
    for (const each of attributeOf(node, 'class')?.split(/\s+/u) ?? []) if (each) names.add(`.${each}`);
    for (const each of [ownText(node), ...labelsOf(node)]) if (each !== '' && each.length <= 80) names.add(each);
  }
  return closestMatch(name.replace(/^(?:css|words):\s*/u, ''), names);
}

/** Returns the innermost elements with exactly these words, or else those that contain them. */
function elementsByWords(root: HtmlParent, written: string): readonly HtmlElement[] {
  const words = normalize(written);
  if (words === '') return [];
  const exact: HtmlElement[] = [];
  const containing: HtmlElement[] = [];
  /** Returns the text in a node, and whether an element inside of it has the words. */
  const visit = (node: HtmlNode | HtmlParent): { text: string; isExact: boolean; contains: boolean } => {
    if (isText(node)) return { text: node.value, isExact: false, contains: false };
    if (isElement(node) && /^(?:style|title)$/u.test(node.tagName)) return { text: '', isExact: false, contains: false };
    const inside = childrenOf(node).map(visit);
    const text = inside.map((each) => each.text).join('');
    const shown = normalize(text);
    let [isExact, contains] = [inside.some((each) => each.isExact), inside.some((each) => each.contains)];
    if (!isElement(node) || TEXTLESS.test(node.tagName)) return { text, isExact, contains };
    if (!isExact && (shown === words || labelsOf(node).includes(words))) {
      exact.push(node);
      isExact = true;
    }
    if (!contains && shown.includes(words)) {
      containing.push(node);
      contains = true;
    }
    return { text: BLOCK.test(node.tagName) ? ` ${text} ` : text, isExact, contains };
  };
  visit(root);
  return exact.length > 0 ? exact : containing;
}

/** Elements that stand on lines of their own, or apart. */
const BLOCK = new RegExp(
  '^(?:address|article|aside|blockquote|br|button|dd|div|dl|dt|fieldset|fig\\w+|footer|form|h[1-6r]|header|li|main|nav|ol' +
    '|option|p|pre|section|select|table|t[dhr]|tbody|ul|input|img)$',
  'u',
);

function ownText(element: HtmlElement): string {
  return normalize(
    childrenOf(element)
      .map((each) => (isText(each) ? each.value : ''))
      .join(''),
  );
}

function labelsOf(element: HtmlElement): readonly string[] {
  return LABELS.flatMap((name) => normalize(attributeOf(element, name) ?? '') || []);
}

export function normalize(text: string): string {
  return text.replaceAll(/[\s\u00A0]+/gu, ' ').trim();
}
