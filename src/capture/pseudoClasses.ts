import { TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { STATE_ATTRIBUTE } from './capturedPage';

/** States that only a person or a script brings about. In a captured page they are attributes. */
export const PSEUDO_CLASSES: readonly string[] = [
  'hover',
  'active',
  'focus',
  'focus-visible',
  'focus-within',
  'target',
  'modal',
  'popover-open',
  'fullscreen',
  'user-valid',
  'user-invalid',
  'autofill',
  'indeterminate',
];

/** The simple pseudo-classes of a selector that are written as attributes, and how. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ...PSEUDO_CLASSES.map((name) => [name, `[${STATE_ATTRIBUTE}${name}]`] as const),
  // Without scripts no custom element is defined.
  ['defined', `:not([${STATE_ATTRIBUTE}undefined])`],
]);

/** Tokens of a pseudo-class, beginning with its colon, and what is written instead. Undefined of all other tokens. */
export function writePseudoClass(tokens: readonly CSSToken[], at: number): { readonly text: string; readonly end: number } | undefined {
  const [colon, name, argument, close] = tokens.slice(at, at + 4);
  if (colon?.[0] !== TokenType.Colon || tokens[at - 1]?.[0] === TokenType.Colon) return undefined;
  if (name?.[0] === TokenType.Ident) {
    const text = WRITTEN.get(name[4].value.toLowerCase());
    return text === undefined ? undefined : { text, end: at + 1 };
  }
  const isState = name?.[0] === TokenType.Function && name[4].value.toLowerCase() === 'state';
  if (!isState || argument?.[0] !== TokenType.Ident || close?.[0] !== TokenType.CloseParen) return undefined;
  return { text: `[${STATE_ATTRIBUTE}state-${argument[4].value}]`, end: at + 3 };
}
