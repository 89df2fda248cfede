import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { CSS_KEYWORDS } from './cssKeywords';
import type { WordFinder } from './words';

/** What a part of a style is: a name or text of the page's author, an address, a number, or a word of the language CSS. */
type Part = 'name' | 'element' | 'text' | 'address' | 'number' | 'language';

const OPENERS = new Set<TokenType>([TokenType.Function, TokenType.OpenParen, TokenType.OpenSquare, TokenType.OpenCurly]);
const CLOSERS = new Set<TokenType>([TokenType.CloseParen, TokenType.CloseSquare, TokenType.CloseCurly]);
const NUMBERS = new Set<TokenType>([TokenType.Number, TokenType.Percentage, TokenType.Dimension]);

/** Rules whose head has names of the author's. Of `@media` and others, only those with two dashes are. */
const NAMING_RULE = /^(?:layer|container|(?:-\w+-)?keyframes|counter-style|font-palette-values|font-feature-values|position-try|page)$/iu;

/** Functions of selectors whose arguments are names. */
const NAMING_FUNCTION = /^(?:part|state|highlight|slotted|view-transition-\w+)$/iu;

/** Replaces words in the texts and names of a style sheet, or of the declarations of an attribute. */
export function replaceInCss(css: string, words: WordFinder): string {
  if (words.isEmpty) return css;
  const tokens = tokenize({ css });
  const parts = partsOf(tokens);
  return tokens
    .map((token, at) => {
      const [type, written] = token;
      const value = valueOf(token);
      if (parts[at] === 'text') {
        const changed = words.replace(value);
        return changed === value ? written : quote(changed);
      }
      if (parts[at] === 'address' && value.startsWith('#')) {
        const changed = words.replaceInName(value.slice(1));
        return changed === value.slice(1) ? written : type === TokenType.URL ? `url(#${changed})` : quote(`#${changed}`);
      }
      if (parts[at] !== 'name' && parts[at] !== 'element') return written;
      const changed = parts[at] === 'element' ? elementName(value, words) : words.replaceInName(value);
      return changed === value ? written : (type === TokenType.Hash ? '#' : '') + changed;
    })
    .join('');
}

/** Replaces words in the names of a selector. */
export function replaceInSelector(selector: string, words: WordFinder): string {
  return replaceInCss(`${selector}{}`, words).slice(0, -2);
}

/** Replaces words in the name of a custom element, by what may stand in the names of elements. */
export function elementName(name: string, words: WordFinder): string {
  const changed = words.replaceInName(name).toLowerCase();
  if (changed === name) return name;
  const written = changed.replaceAll(/[^\w-]+/gu, '-');
  return /^[a-z]/u.test(written) && written.includes('-') ? written : `x-${written}`;
}

/** Whether an attribute is one that the page's author has named. */
export function isOwnAttribute(name: string): boolean {
  return name.includes('-') && !/^(?:aria-|data-snapshot$|data-capture-)/u.test(name);
}

/** Returns the texts, names and numbers of a style, decoded: all that it could say. What belongs to the language is a line break. */
export function readableCss(css: string): {
  readonly joined: string;
  readonly texts: readonly string[];
  readonly names: readonly string[];
} {
  const tokens = tokenize({ css });
  const parts = partsOf(tokens);
  const [texts, names]: [string[], string[]] = [[], []];
  const joined = tokens.map((token, at) => {
    const part = parts[at];
    const value = valueOf(token);
    if (part === 'text') texts.push(value);
    if (part === 'name' || part === 'element') names.push(value);
    if (part === 'address') return value.startsWith('#') ? value : ';';
    // What belongs to the language is between two texts, and cannot be a part of either.
    if (part === 'language') return value === '' ? token[1] : ';';
    return part === 'number' ? token[1] : value;
  });
  return { joined: joined.join(''), texts, names };
}

function partsOf(tokens: readonly CSSToken[]): readonly Part[] {
  const heads = headsOf(tokens);
  const open: string[] = [];
  let rule = '';
  let property = '';
  return tokens.map((token, at) => {
    const [type] = token;
    const value = valueOf(token);
    const [inside = '', before] = [open.at(-1), tokens[at - 1]];
    if (type === TokenType.AtKeyword) rule = value;
    else if (type === TokenType.OpenCurly || type === TokenType.Semicolon || type === TokenType.CloseCurly) [rule, property] = ['', ''];
    if (OPENERS.has(type)) open.push(type === TokenType.Function ? value.toLowerCase() : token[1]);
    else if (CLOSERS.has(type)) open.pop();
    if (type === TokenType.String) return inside === 'url' || inside === 'src' ? 'address' : 'text';
    if (type === TokenType.URL) return 'address';
    if (NUMBERS.has(type)) return 'number';
    const isHead = heads[at]!;
    if (type === TokenType.Hash) return isHead || !/^[\da-f]{3,8}$/iu.test(value) ? 'name' : 'number';
    if (type !== TokenType.Ident) return 'language';
    if (value.startsWith('--')) return nameOrProperty();
    if (isHead) return partInHead();
    if (property === '' && isBeforeColon(tokens, at)) return nameOrProperty();
    return CSS_KEYWORDS.has(value.toLowerCase()) ? 'language' : 'name';

    function nameOrProperty(): Part {
      if (!isHead && property === '' && isBeforeColon(tokens, at)) property = value;
      return value.startsWith('--') ? 'name' : 'language';
    }
    function partInHead(): Part {
      if (before?.[0] === TokenType.Delim && valueOf(before) === '.') return 'name';
      if (before?.[0] === TokenType.OpenSquare) return isOwnAttribute(value) ? 'name' : 'language';
      if (inside === '[' || NAMING_FUNCTION.test(inside)) return 'name';
      if (rule !== '') return NAMING_RULE.test(rule) && !CSS_KEYWORDS.has(value.toLowerCase()) && inside !== '(' ? 'name' : 'language';
      return before?.[0] !== TokenType.Colon && value.includes('-') ? 'element' : 'language';
    }
  });
}

/** Says of each token whether it is in the head of a rule: a selector, or what is after the name of an at-rule. */
function headsOf(tokens: readonly CSSToken[]): readonly boolean[] {
  const heads: boolean[] = Array.from({ length: tokens.length }, () => false);
  let isHead = false;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const type = tokens[at]![0];
    if (type === TokenType.OpenCurly) isHead = true;
    else if (type === TokenType.Semicolon || type === TokenType.CloseCurly)
      isHead = type === TokenType.Semicolon && isStatement(tokens, at);
    heads[at] = isHead;
  }
  return heads;
}

/** Whether a semicolon ends an at-rule without a block, such as `@layer a, b;`. */
function isStatement(tokens: readonly CSSToken[], end: number): boolean {
  for (let at = end - 1; at >= 0; at -= 1) {
    const type = tokens[at]![0];
    if (type === TokenType.AtKeyword) return true;
    if (type === TokenType.Semicolon || type === TokenType.OpenCurly || type === TokenType.CloseCurly) return false;
  }
  return false;
}

function isBeforeColon(tokens: readonly CSSToken[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 6).find(([type]) => type !== TokenType.Whitespace && type !== TokenType.Comment);
  return next?.[0] === TokenType.Colon;
}

function valueOf([, , , , details]: CSSToken): string {
  return details && 'value' in details ? String(details.value) : '';
}

/** Writes a string such that it contains no quote, line break or tag. Source: CSSOM, 2.1 */
function quote(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return `"${text.replaceAll(/["\\<\u0000-\u001F\u007F]/gu, (each) => `\\${each.codePointAt(0)!.toString(16)} `)}"`;
}
