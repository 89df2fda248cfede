import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import type { RemovalKind } from './removals';

export interface CssOptions {
  /** Returns the published address of a picture or font; undefined if it must not be asked for. */
  readonly resolve: (address: string) => string | undefined;
  readonly onRemove: (kind: RemovalKind) => void;
}

/** Rules that load nothing. All others are removed with their content: `@import`, `@namespace`, `@charset`, `@view-transition`. */
const ALLOWED_RULES = new RegExp(
  '^(?:media|supports|layer|container|scope|starting-style|property|counter-style|position-try|page' +
    '|font-face|font-feature-values|font-palette-values|(?:-(?:webkit|moz|o)-)?keyframes' +
    '|styleset|stylistic|swash|ornaments|annotation|character-variant|historical-forms)$',
  'iu',
);

/** Functions that load nothing: numbers, colours, gradients, shapes, transforms, filters, easing, grids, selectors, conditions. */
const ALLOWED_FUNCTIONS = new RegExp(
  `^(?:${[
    'calc|calc-size|min|max|clamp|round|mod|rem|sin|cos|tan|asin|acos|atan|atan2|pow|sqrt|hypot|log|exp|abs|sign|progress',
    'var|env|attr|counter|counters|symbols|if|sibling-index|sibling-count|anchor|anchor-size|fit-content|minmax|repeat|leader',
    'rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|color-contrast|contrast-color|light-dark|palette-mix|device-cmyk',
    '(?:repeating-)?(?:linear|radial|conic)-gradient|-(?:webkit|moz|o|ms)-(?:repeating-)?(?:linear|radial|conic)-gradient|-webkit-gradient',
    'from|to|color-stop|-(?:webkit|moz)-(?:calc|fit-content)',
    'translate(?:x|y|z|3d)?|scale(?:x|y|z|3d)?|rotate(?:x|y|z|3d)?|skew(?:x|y)?|matrix(?:3d)?|perspective',
    'blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia',
    'cubic-bezier|steps|linear|path|polygon|circle|ellipse|inset|rect|xywh|shape|ray|superellipse',
    'format|tech|local|styleset|stylistic|swash|ornaments|annotation|character-variant|view|scroll|snap',
    'not|is|where|has|matches|any|-webkit-any|-moz-any|nth-(?:last-)?(?:child|of-type|col)',
    'lang|dir|host|host-context|slotted|part|state|cue|cue-region|heading',
    'view-transition-(?:group|image-pair|old|new)|active-view-transition-type|scroll-button',
    'and|or|only|selector|layer|style|scroll-state|supports|font-tech|font-format|highlight|picker|type',
  ].join('|')})$`,
  'iu',
);

/** Functions of browsers that are gone: nothing is missing without them. */
const OLD_FUNCTIONS = /^(?:alpha|gradient|alphaimageloader|basicimage|chroma|shadow|glow|wave|expression)$/iu;

/** Properties whose `url(#…)` names an element of the page. Elsewhere it would ask for the page itself. */
const REFERENCE_PROPERTIES =
  /^(?:fill|stroke|(?:-webkit-)?(?:mask(?:-image)?|filter|clip-path)|backdrop-filter|offset-path|marker(?:-(?:start|mid|end))?)$/iu;

const CLOSERS_BY_OPENER: ReadonlyMap<TokenType, string> = new Map([
  [TokenType.Function, ')'],
  [TokenType.OpenParen, ')'],
  [TokenType.OpenSquare, ']'],
  [TokenType.OpenCurly, '}'],
]);
const CLOSERS = new Set<TokenType>([TokenType.CloseParen, TokenType.CloseSquare, TokenType.CloseCurly]);

/** After these, nothing can become a part of what stands before. */
const SEPARATORS = new Set<TokenType>([
  ...CLOSERS,
  TokenType.Whitespace,
  TokenType.Comment,
  TokenType.Comma,
  TokenType.Semicolon,
  TokenType.Delim,
  TokenType.EOF,
]);

/** Stands in the place of all that is removed: the parts on either side must not form a new token, and a selector must stay one. */
const REMOVED = '/**/';

/**
 * Returns a style sheet, or the declarations of an attribute, with nothing in it that loads, but what `resolve` allows. The result has no
 * text in comments, no `<` that could begin a tag, and no block without an end, so that declarations can follow it. What was removed may
 * let other parts be read otherwise: clean the result again until it stays the same.
 */
export function sanitizeCss(css: string, { resolve, onRemove }: CssOptions): string {
  const tokens = tokenize({ css });
  const open: string[] = [];
  let output = '';
  let property = '';
  let isMediaQuery = false;
  const writeUrl = (address: string): string => {
    const trimmed = address.trim();
    if (/^#[^\s"'<>\\]+$/u.test(trimmed) && REFERENCE_PROPERTIES.test(property)) return `url(${quote(trimmed)})`;
    const published = resolve(trimmed);
    return published === undefined ? 'none' : `url(${quote(published)})`;
  };
  /** Writes a value in the place of the tokens up to `end`. */
  const replaceUntil = (end: number, value: string): void => {
    const next = tokens[end + 1]?.[0] ?? TokenType.EOF;
    output += SEPARATORS.has(next) ? value : value + REMOVED;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const [type, written] = token;
    const value = valueOf(token);
    if (type === TokenType.AtKeyword && !ALLOWED_RULES.test(value)) {
      if (!/^charset$/iu.test(value)) onRemove('style');
      output += REMOVED;
      at = endOfRule(tokens, at);
    } else if (type === TokenType.URL) replaceUntil(at, writeUrl(value));
    else if (type === TokenType.Function && /^url$/iu.test(value)) {
      const end = endOfBlock(tokens, at);
      const [address, ...others] = tokens
        .slice(at + 1, end)
        .filter(([each]) => each !== TokenType.Whitespace && each !== TokenType.Comment);
      replaceUntil(end, address?.[0] === TokenType.String && others.length === 0 ? writeUrl(valueOf(address)) : 'none');
      at = end;
    } else if (type === TokenType.Function && !ALLOWED_FUNCTIONS.test(value)) {
      if (!OLD_FUNCTIONS.test(value)) onRemove('style');
      const end = endOfBlock(tokens, at);
      replaceUntil(end, 'none');
      at = end;
    } else if (type === TokenType.String) output += quote(value);
    else if (type === TokenType.BadString || type === TokenType.BadURL) {
      onRemove('style');
      output += REMOVED;
    } else if (type === TokenType.Comment || type === TokenType.CDO || type === TokenType.CDC) output += REMOVED;
    else if (isMediaQuery && type === TokenType.Ident && /^(?:screen|print)$/iu.test(value)) {
      output += mediaType(value);
    } else if (type === TokenType.Delim && value === '<') output += tokens[at + 1]?.[0] === TokenType.Whitespace ? '<' : '< ';
    else if (type !== TokenType.EOF) {
      // In names, `<` is always escaped.
      output += written.replaceAll(/\\?</gu, '\\3c ');
      const closer = CLOSERS_BY_OPENER.get(type);
      if (closer !== undefined) open.push(closer);
      else if (CLOSERS.has(type) && open.at(-1) === written) open.pop();
    }
    if (type === TokenType.AtKeyword) isMediaQuery = /^media$/iu.test(value);
    else if (type === TokenType.OpenCurly || type === TokenType.Semicolon) isMediaQuery = false;
    if (type === TokenType.OpenCurly || type === TokenType.CloseCurly || type === TokenType.Semicolon) property = '';
    else if (property === '' && type === TokenType.Ident && isBeforeColon(tokens, at)) property = value;
  }
  return finished(output.trim(), open);
}

/** Ends what a style leaves open at its end: an escape, and blocks. */
function finished(css: string, open: readonly string[]): string {
  const isEscape = /(?<!\\)(?:\\\\)*\\$/u.test(css);
  return css + (isEscape ? 'fffd' : '') + open.toReversed().join('');
}

/** Returns a media type with which a page looks on paper as on the screen. */
export function mediaType(type: string): string {
  return /^print$/iu.test(type) ? 'speech' : 'all';
}

function valueOf([, , , , details]: CSSToken): string {
  return details && 'value' in details ? String(details.value) : '';
}

function isBeforeColon(tokens: readonly CSSToken[], at: number): boolean {
  let next = at + 1;
  while (tokens[next]?.[0] === TokenType.Whitespace || tokens[next]?.[0] === TokenType.Comment) next += 1;
  return tokens[next]?.[0] === TokenType.Colon;
}

/** Returns the index of the token that ends the block that begins at `start`, or of the last token. */
function endOfBlock(tokens: readonly CSSToken[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const type = tokens[at]![0];
    if (CLOSERS_BY_OPENER.has(type)) depth += 1;
    else if (CLOSERS.has(type)) depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}

/** Returns the index of the token that ends an at-rule: its semicolon, or the end of its block. */
function endOfRule(tokens: readonly CSSToken[], start: number): number {
  for (let at = start + 1; at < tokens.length; at += 1) {
    const type = tokens[at]![0];
    if (type === TokenType.Semicolon) return at;
    if (type === TokenType.CloseCurly) return at - 1;
    if (type === TokenType.OpenCurly) return endOfBlock(tokens, at);
    if (CLOSERS_BY_OPENER.has(type)) at = endOfBlock(tokens, at);
  }
  return tokens.length - 1;
}

/** Writes a string such that it contains no quote, line break or tag. Source: CSSOM, 2.1 */
function quote(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return `"${text.replaceAll(/["\\<\u0000-\u001F\u007F]/gu, (each) => `\\${each.codePointAt(0)!.toString(16)} `)}"`;
}
