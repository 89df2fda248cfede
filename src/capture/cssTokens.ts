import { TokenType, type CSSToken } from '@csstools/css-tokenizer';

const OPENERS = new Set<TokenType>([TokenType.Function, TokenType.OpenParen, TokenType.OpenSquare, TokenType.OpenCurly]);
const CLOSERS = new Set<TokenType>([TokenType.CloseParen, TokenType.CloseSquare, TokenType.CloseCurly]);

/** Returns the value of a token, without quotes and escapes; empty of tokens that have none. */
export function valueOf([, , , , details]: CSSToken): string {
  return details && 'value' in details ? String(details.value) : '';
}

/** Returns the index of the token that ends the block that begins at `start`, or of the last token. */
export function endOfBlock(tokens: readonly CSSToken[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const type = tokens[at]![0];
    if (OPENERS.has(type)) depth += 1;
    else if (CLOSERS.has(type)) depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}

/** Returns the index of the first token from `start` on that is of one of these types and in no bracket, or of the last token. */
export function findToken(tokens: readonly CSSToken[], start: number, types: readonly TokenType[]): number {
  for (let at = start; at < tokens.length; at += 1) {
    const type = tokens[at]![0];
    if (types.includes(type)) return at;
    if (OPENERS.has(type)) at = endOfBlock(tokens, at);
  }
  return tokens.length - 1;
}

/** Returns tokens without white space and comments. */
export function significant(tokens: readonly CSSToken[]): readonly CSSToken[] {
  return tokens.filter(([type]) => type !== TokenType.Whitespace && type !== TokenType.Comment);
}

/** Returns the text that tokens were made from. */
export function textOf(tokens: readonly CSSToken[]): string {
  return tokens.map(([, written]) => written).join('');
}

/** Returns the address of a `url(…)` or `src(…)` that begins at `at` and the index of its last token; undefined of all other tokens. */
export function urlAt(tokens: readonly CSSToken[], at: number): { readonly address: string; readonly end: number } | undefined {
  const token = tokens[at]!;
  if (token[0] === TokenType.URL) return { address: valueOf(token), end: at };
  if (token[0] !== TokenType.Function || !/^(?:url|src)$/iu.test(valueOf(token))) return undefined;
  const end = endOfBlock(tokens, at);
  const [text] = significant(tokens.slice(at + 1, end));
  return text?.[0] === TokenType.String ? { address: valueOf(text), end } : undefined;
}
