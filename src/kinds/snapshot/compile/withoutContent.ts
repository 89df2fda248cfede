import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';

/** Returns the declarations of an attribute without texts, pictures, and values that only have a meaning elsewhere. */
export function withoutContent(css: string): string {
  return declarationsOf(tokenize({ css }))
    .filter((tokens) => !tokens.some(isContent) && !isOwnValue(tokens))
    .map((tokens) => tokens.map(([, written]) => written).join(''))
    .join(';');
}

function declarationsOf(tokens: readonly CSSToken[]): readonly (readonly CSSToken[])[] {
  const found: CSSToken[][] = [[]];
  for (const token of tokens) {
    if (token[0] === TokenType.Semicolon) found.push([]);
    else if (token[0] !== TokenType.EOF) found.at(-1)!.push(token);
  }
  return found.filter((each) => each.length > 0);
}

function isContent([type]: CSSToken): boolean {
  return type === TokenType.String || type === TokenType.URL;
}

/** Whether a declaration gives a property of the author's own a value that is no length. */
function isOwnValue(tokens: readonly CSSToken[]): boolean {
  const [name, ...rest] = tokens.filter(([type]) => type !== TokenType.Whitespace && type !== TokenType.Comment);
  if (!name?.[1].startsWith('--')) return false;
  return !rest.every(([type]) => type === TokenType.Colon || type === TokenType.Dimension || type === TokenType.Percentage);
}
