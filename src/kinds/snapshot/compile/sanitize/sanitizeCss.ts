import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import type { RemovalKind } from './removals';

export interface CssOptions {
  /** Returns the published address of a picture or font; undefined if it must not be asked for. */
  readonly resolve: (address: string) => string | undefined;
  readonly onRemove: (kind: RemovalKind) => void;
  /** Changes the text of a string, such as that of `content`. @default leaves it */
  readonly changeText?: ((text: string) => string) | undefined;
  /** Changes a name: of a class, an element, a property, a font. @default leaves it */
  readonly changeName?: ((name: string) => string) | undefined;
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
    'lang|dir|host|host-context|slotted|part|state|cue',
    'and|or|only|selector|layer|style|scroll-state|supports|font-tech|font-format|highlight|picker|type',
  ].join('|')})$`,
  'iu',
);

/** Properties whose `url(#…)` names an element of the page. Elsewhere it would ask for the page itself. */
const REFERENCE_PROPERTIES = /^(?:fill|stroke|(?:-webkit-)?(?:mask|filter|clip-path)|backdrop-filter|marker(?:-\w+)?)$/iu;

/** Properties that ran code in browsers that are gone. */
const CODE_PROPERTIES = /^(?:behavior|-moz-binding|-ms-behavior)$/iu;

const OPENERS = new Set<TokenType>([TokenType.Function, TokenType.OpenParen, TokenType.OpenSquare, TokenType.OpenCurly]);
const CLOSERS = new Set<TokenType>([TokenType.CloseParen, TokenType.CloseSquare, TokenType.CloseCurly]);

/**
 * Returns a style sheet, or the declarations of an attribute, with nothing in it that loads, but what `resolve` allows. The result has no
 * comments and no `<` that could begin a tag.
 */
export function sanitizeCss(
  css: string,
  { resolve, onRemove, changeText = (text) => text, changeName = (name) => name }: CssOptions,
): string {
  const tokens = tokenize({ css });
  let output = '';
  let property = '';
  let isMediaQuery = false;
  const writeUrl = (address: string): string => {
    const trimmed = address.trim();
    if (/^#[\w-]+$/u.test(trimmed) && REFERENCE_PROPERTIES.test(property)) return `url("${trimmed}")`;
    const published = resolve(trimmed);
    return published === undefined ? 'none' : `url(${quote(published)})`;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const [type, written] = token;
    const value = valueOf(token);
    if (type === TokenType.AtKeyword && !ALLOWED_RULES.test(value)) {
      if (!/^charset$/iu.test(value)) onRemove('style');
      at = endOfRule(tokens, at);
    } else if (type === TokenType.URL) output += writeUrl(value);
    else if (type === TokenType.Function && /^url$/iu.test(value)) {
      const end = endOfBlock(tokens, at);
      const [address, ...others] = tokens
        .slice(at + 1, end)
        .filter(([each]) => each !== TokenType.Whitespace && each !== TokenType.Comment);
      output += address?.[0] === TokenType.String && others.length === 0 ? writeUrl(valueOf(address)) : 'none';
      at = end;
    } else if (type === TokenType.Function && !ALLOWED_FUNCTIONS.test(value)) {
      onRemove('style');
      output += 'none';
      at = endOfBlock(tokens, at);
    } else if (type === TokenType.String) output += quote(changeText(value));
    else if (type === TokenType.BadString || type === TokenType.BadURL) onRemove('style');
    else if (type === TokenType.Comment) output += ' ';
    else if (type === TokenType.Ident && CODE_PROPERTIES.test(value)) {
      onRemove('style');
      output += 'none';
    } else if (isMediaQuery && type === TokenType.Ident && /^(?:screen|print)$/iu.test(value)) {
      output += mediaType(value);
    } else if (type === TokenType.Delim && value === '<') output += tokens[at + 1]?.[0] === TokenType.Whitespace ? '<' : '< ';
    else if (type !== TokenType.CDO && type !== TokenType.CDC && type !== TokenType.EOF)
      output += renamed(token, changeName) ?? written.replaceAll('<', '\\3c ');
    if (type === TokenType.AtKeyword) isMediaQuery = /^media$/iu.test(value);
    else if (type === TokenType.OpenCurly || type === TokenType.Semicolon) isMediaQuery = false;
    if (type === TokenType.Ident && isBeforeColon(tokens, at)) property = value;
  }
  return output.trim();
}

/** Returns a media type with which a page looks on paper as on the screen. */
export function mediaType(type: string): string {
  return /^print$/iu.test(type) ? 'speech' : 'all';
}

/** Returns a name or a hash that was changed; undefined if it stays. */
function renamed(token: CSSToken, changeName: (name: string) => string): string | undefined {
  const [type] = token;
  if (type !== TokenType.Ident && type !== TokenType.Hash) return undefined;
  const name = valueOf(token);
  const changed = changeName(name);
  return changed === name ? undefined : (type === TokenType.Hash ? '#' : '') + changed.replaceAll(/[^\p{L}\p{N}_-]/gu, '-');
}

function valueOf([, , , , details]: CSSToken): string {
  return details && 'value' in details ? String(details.value) : '';
}

function isBeforeColon(tokens: readonly CSSToken[], at: number): boolean {
  const next = tokens.slice(at + 1, at + 3).find(([type]) => type !== TokenType.Whitespace);
  return next?.[0] === TokenType.Colon;
}

/** Returns the index of the token that ends the block that begins at `start`, or of the last token. */
function endOfBlock(tokens: readonly CSSToken[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const type = tokens[at]![0];
    if (OPENERS.has(type)) depth += 1;
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
    if (OPENERS.has(type)) at = endOfBlock(tokens, at);
  }
  return tokens.length - 1;
}

/** Writes a string such that it contains no quote, line break or tag. Source: CSSOM, 2.1 */
function quote(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return `"${text.replaceAll(/["\\<\u0000-\u001F\u007F]/gu, (each) => `\\${each.codePointAt(0)!.toString(16)} `)}"`;
}
