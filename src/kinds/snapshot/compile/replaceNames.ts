import { elementName, isOwnAttribute, replaceInCss } from './cssWords';
import { HTML, isElement, isText, walkTree } from './sanitize/htmlTree';
import type { HtmlDocument } from './sanitize/htmlTree';
import type { WordFinder } from './words';

/**
 * Attributes whose values are names, which styles and other elements refer to, or are read as styles.
 * No step and no variable of the address changes them: such a value could ask for something.
 */
const NAMES = new RegExp(
  '^(?:class|id|for|headers|name|slot|part|exportparts|(?:xlink:)?href|fill|stroke|mask|filter|clip-path|marker-\\w+|in2?|result' +
    '|(?:(?:stop|flood|lighting)-)?color' +
    '|aria-(?:labelledby|describedby|controls|owns|details|activedescendant|flowto|errormessage))$',
  'u',
);

/** Whether the value of an attribute is one or several names. */
export function isNameAttribute(name: string): boolean {
  return NAMES.test(name);
}

/** Replaces words in names that have white space between them, and may have `#` before them. */
export function replaceInNames(names: string, words: WordFinder): string {
  const written = names.replaceAll(/[^\s#,:]+/gu, (name) => words.replaceInName(name));
  // Words may also be two names that follow each other.
  return words.leftIn(written) === undefined ? written : words.replaceInName(written);
}

/**
 * Replaces words in the names that styles and elements refer to, in all places alike: classes, ids, elements and attributes of the author’s
 * own, and in the styles themselves.
 */
export function replaceNames(tree: HtmlDocument, words: WordFinder): void {
  if (words.isEmpty) return;
  for (const node of walkTree(tree)) {
    if (isText(node) && node.parentNode && isElement(node.parentNode) && node.parentNode.tagName === 'style')
      node.value = replaceInCss(node.value, words);
    if (!isElement(node)) continue;
    if (node.namespaceURI === HTML && node.tagName.includes('-')) node.tagName = node.nodeName = elementName(node.tagName, words);
    for (const attribute of node.attrs) {
      const { name, value } = attribute;
      if (name === 'style' || value.includes('url(')) attribute.value = replaceInCss(value, words);
      else if (NAMES.test(name) && !value.startsWith('./assets/')) attribute.value = replaceInNames(value, words);
      if (node.namespaceURI === HTML && isOwnAttribute(name)) attribute.name = words.replaceInName(name).toLowerCase();
    }
  }
}
