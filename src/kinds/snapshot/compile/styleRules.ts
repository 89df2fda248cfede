import { tokenize, TokenType } from '@csstools/css-tokenizer';

/** A rule of a style, or a rule in one. */
interface StyleRule {
  /** Its selector, with those of the rules that it is in; without parts and states of elements. */
  readonly selector: string;
  /** What is between its braces, up to the first rule in it. */
  readonly text: string;
}

/** Parts of selectors that name a part or a state of an element. */
const PSEUDO = new RegExp(
  '::?(?:before|after|first-line|first-letter)\\b|::[\\w-]+(?:\\([^)]*\\))?' +
    '|:(?:hover|focus|focus-visible|focus-within|active|visited|link|any-link)(?![\\w-])',
  'giu',
);

/** Rules that have rules for elements in them. */
const GROUP = /^@(?:media|supports|layer|container|scope|starting-style)\b/iu;

/** Returns the rules of a style for elements, in their order. */
export function styleRules(css: string): readonly StyleRule[] {
  const rules: { selector: string; text: string }[] = [];
  const open: { selector: string; text: string }[] = [];
  let head = '';
  for (const [type, written] of tokenize({ css })) {
    if (type === TokenType.OpenCurly) {
      const rule = { selector: selectorIn(open.at(-1)?.selector ?? '', head.trim()), text: '' };
      open.push(rule);
      if (rule.selector !== '') rules.push(rule);
      head = '';
    } else if (type === TokenType.Semicolon || type === TokenType.CloseCurly) {
      const rule = open.at(-1);
      if (rule) rule.text += `${head};`;
      if (type === TokenType.CloseCurly) open.pop();
      head = '';
    } else if (type !== TokenType.Comment && type !== TokenType.EOF) head += written;
  }
  return rules;
}

/** Returns the selector of a rule in another one; that of the outer one for rules such as `@media`. */
export function selectorIn(outer: string, head: string): string {
  if (head.startsWith('@')) return GROUP.test(head) ? outer : '';
  const selector = head.replaceAll(PSEUDO, '').trim() || '*';
  if (outer === '') return selector;
  return selector.includes('&') ? selector.replaceAll('&', `:is(${outer})`) : `:is(${outer}) :is(${selector})`;
}
