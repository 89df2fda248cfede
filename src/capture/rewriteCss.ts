import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { endOfBlock, findToken, significant, textOf, urlAt, valueOf } from './cssTokens';
import { writePseudoClass } from './pseudoClasses';

/** Where the files of a style sheet are. Addresses are absolute. */
export interface CssFiles {
  /** Returns where a picture or font that the page loaded is in the capture; undefined of others. */
  readonly asset: (address: string) => string | undefined;
  /** Returns the text of a style sheet that the page loaded. */
  readonly sheet: (address: string) => string | undefined;
}

export interface CssSource {
  /** What addresses in the text are relative to. */
  readonly base: string;
  /** Sheets that imported this one, so that none imports itself. */
  readonly importers?: readonly string[];
  /** Whether the text is that of an attribute `style`, without selectors. @default false */
  readonly isAttribute?: boolean;
}

/**
 * Returns a style sheet that needs no other file but those of the capture: imports are inlined, fonts that were not used are left out,
 * and states that only scripts and people bring about are attributes.
 */
export function rewriteCss(css: string, source: CssSource, files: CssFiles): string {
  const tokens = tokenize({ css });
  let output = '';
  let isSelector = !source.isAttribute && isSelectorFrom(tokens, 0);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const [type, written] = token;
    const url = urlAt(tokens, at);
    const pseudoClass = isSelector ? writePseudoClass(tokens, at) : undefined;
    if (type === TokenType.AtKeyword && /^(?:import|charset|namespace)$/iu.test(valueOf(token))) {
      const end = findToken(tokens, at, [TokenType.Semicolon]);
      if (/^import$/iu.test(valueOf(token))) output += importedCss(tokens.slice(at + 1, end + 1), source, files);
      at = end;
    } else if (type === TokenType.AtKeyword && /^font-face$/iu.test(valueOf(token))) {
      const start = findToken(tokens, at, [TokenType.OpenCurly]);
      const end = endOfBlock(tokens, start);
      output += fontFace(tokens.slice(start + 1, end), source, files);
      at = end;
    } else if (url) {
      output += writeUrl(url.address, source, files);
      at = url.end;
    } else if (type === TokenType.Function && /^(?:-webkit-)?image-set$/iu.test(valueOf(token))) {
      const end = endOfBlock(tokens, at);
      output += writeUrl(ordinaryAddress(tokens.slice(at + 1, end)), source, files);
      at = end;
    } else if (pseudoClass) {
      output += pseudoClass.text;
      at = pseudoClass.end;
    } else if (type === TokenType.Comment || type === TokenType.CDO || type === TokenType.CDC) {
      // The parts on either side must not become one.
      output += '/**/';
    } else output += written;
    if (!source.isAttribute && /^[{};]$/u.test(tokens[at]![1])) isSelector = isSelectorFrom(tokens, at + 1);
  }
  return output.trim();
}

/** Whether what begins at `at` is the selector of a rule, not a declaration or another at-rule than `@scope`. */
function isSelectorFrom(tokens: readonly CSSToken[], at: number): boolean {
  const [first] = significant(tokens.slice(at, at + 20));
  if (first?.[0] === TokenType.AtKeyword && !/^scope$/iu.test(valueOf(first))) return false;
  const end = findToken(tokens, at, [TokenType.OpenCurly, TokenType.Semicolon, TokenType.CloseCurly]);
  return tokens[end]?.[0] === TokenType.OpenCurly;
}

function writeUrl(address: string, { base }: CssSource, { asset }: CssFiles): string {
  if (address.startsWith('#')) return `url("${address}")`;
  const place = asset(absoluteAddress(address, base));
  // A picture of nothing: nothing is asked for, and the rule stays valid.
  return `url("${place ?? 'data:,'}")`;
}

/** Returns an absolute address, or the written one if there is none. */
export function absoluteAddress(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** Of pictures in several resolutions, the one that is as large as on an ordinary screen, so that it takes the same room. */
function ordinaryAddress(tokens: readonly CSSToken[]): string {
  const found: { readonly address: string; readonly density: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const end = findToken(tokens, at, [TokenType.Comma]);
    const option = significant(tokens.slice(at, end + 1));
    const url = option[0] && (option[0][0] === TokenType.String ? { address: valueOf(option[0]) } : urlAt(option, 0));
    const [density] = option.filter(([type]) => type === TokenType.Dimension).map(valueOf);
    if (url) found.push({ address: url.address, density: Number(density ?? 1) });
    at = end;
  }
  return (found.find(({ density }) => density === 1) ?? found[0])?.address ?? '';
}

/** Returns the rules that an `@import` brings, under the conditions that it names. */
function importedCss(rule: readonly CSSToken[], { base, importers = [] }: CssSource, files: CssFiles): string {
  const start = rule.findIndex(([type]) => type !== TokenType.Whitespace && type !== TokenType.Comment);
  if (start < 0) return '';
  const url = rule[start]![0] === TokenType.String ? { address: valueOf(rule[start]!), end: start } : urlAt(rule, start);
  const address = url && absoluteAddress(url.address, base);
  const text = address === undefined || importers.includes(address) ? undefined : files.sheet(address);
  if (url === undefined || address === undefined || text === undefined) return '';
  const css = rewriteCss(text, { base: address, importers: [...importers, address] }, files);
  const conditions = rule.slice(url.end + 1).filter(([type]) => type !== TokenType.Semicolon && type !== TokenType.EOF);
  const layer = takeCondition(conditions, 'layer');
  const supports = takeCondition(conditions, 'supports');
  const media = textOf(conditions).trim();
  const heads = [
    ...(layer === undefined ? [] : [`@layer ${layer}`.trim()]),
    ...(supports === undefined ? [] : [`@supports ${supports.includes(':') ? `(${supports})` : supports}`]),
    ...(media === '' ? [] : [`@media ${media}`]),
  ];
  return heads.reduceRight((inner, head) => `${head}{${inner}}`, css);
}

/** Removes `name` or `name(…)` from the beginning of conditions. Returns what is in its brackets; undefined if it is not there. */
function takeCondition(conditions: CSSToken[], name: string): string | undefined {
  const at = conditions.findIndex(([type]) => type !== TokenType.Whitespace && type !== TokenType.Comment);
  const token = conditions[at];
  if (!token || valueOf(token).toLowerCase() !== name) return undefined;
  const taken = conditions.splice(at, token[0] === TokenType.Function ? endOfBlock(conditions, at) - at + 1 : 1);
  return textOf(taken.slice(1, -1)).trim();
}

/** Returns a font that the page used, with the file that it loaded; nothing if it used none. */
function fontFace(block: readonly CSSToken[], source: CssSource, files: CssFiles): string {
  const declarations: string[] = [];
  let hasFile = false;
  for (let at = 0; at < block.length; at += 1) {
    const end = findToken(block, at, [TokenType.Semicolon]);
    const isLast = block[end]?.[0] !== TokenType.Semicolon;
    const declaration = block.slice(at, isLast ? undefined : end);
    const [name] = significant(declaration);
    if (name && /^src$/iu.test(valueOf(name))) {
      const sources = fontSources(declaration.slice(declaration.indexOf(name) + 1), source, files);
      if (sources.length > 0) {
        hasFile = true;
        declarations.push(`src:${sources.join(',')}`);
      }
    } else if (name) declarations.push(textOf(declaration).trim());
    at = end;
  }
  return hasFile ? `@font-face{${declarations.join(';')}}` : '';
}

/** Returns the sources of a font that are in the capture, and those that are installed. */
function fontSources(value: readonly CSSToken[], { base }: CssSource, { asset }: CssFiles): readonly string[] {
  const sources: string[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const end = findToken(value, at, [TokenType.Comma]);
    const option = value.slice(at, value[end]?.[0] === TokenType.Comma ? end : undefined);
    const start = option.findIndex((_, index) => urlAt(option, index) !== undefined);
    const url = start < 0 ? undefined : urlAt(option, start);
    const place = url && asset(absoluteAddress(url.address, base));
    if (place !== undefined)
      sources.push(`url("${place}")${textOf(option.slice(url!.end + 1).filter(([type]) => type !== TokenType.Colon))}`);
    else if (!url && option.some((token) => /^local$/iu.test(valueOf(token)))) {
      sources.push(textOf(option.filter(([type]) => type !== TokenType.Colon)).trim());
    }
    at = end;
  }
  return sources.some((each) => each.startsWith('url(')) ? sources : [];
}
