import { isElement, walkTree } from './sanitize/htmlTree';
import type { HtmlDocument } from './sanitize/htmlTree';
import type { WordFinder } from './words';

/**
 * Attributes whose values are names, which styles and other elements refer to, or are read as styles.
 * No step and no variable of the address changes them: such a value could ask for something.
 */
export const NAMES = new RegExp(
  '^(?:class|id|for|headers|name|slot|part|exportparts|href|fill|stroke|mask|filter|clip-path|marker-\\w+' +
    '|(?:(?:stop|flood|lighting)-)?color' +
    '|aria-(?:labelledby|describedby|controls|owns|details))$',
  'u',
);

/** Replaces words in the names that styles and elements refer to: classes, ids, attributes of the author’s own. */
export function replaceNames(tree: HtmlDocument, words: WordFinder): void {
  for (const node of walkTree(tree)) {
    if (!isElement(node)) continue;
    for (const attribute of node.attrs) {
      if (NAMES.test(attribute.name)) attribute.value = words.replaceInName(attribute.value);
      const name = words.replaceInName(attribute.name);
      if (name !== attribute.name) attribute.name = name.toLowerCase();
    }
  }
}
