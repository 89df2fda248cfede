import { contextOf, kindOfField, type SecretKind } from './fieldKinds';
import type { Replacements } from './replacements';

/** Kinds of numbers that tell something. */
const NUMBERS: ReadonlySet<SecretKind> = new Set(['password', 'phone number', 'code']);

/** A text in a JSON value. */
export interface JsonText {
  /** The key of the text or of its list; empty for keys themselves. */
  readonly name: string;
  readonly text: string;
  readonly kind: SecretKind | undefined;
  /** The object that has it. */
  readonly owner: object | undefined;
}

/** Yields every text of a JSON value, keys too. */
export function* textsOfJson(value: unknown, name = '', owner?: object): Generator<JsonText> {
  if (typeof value === 'string') yield { name, text: value, kind: kindOfField(name, value), owner };
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* textsOfJson(item, name, owner);
    return;
  }
  const context = contextOf(Object.keys(value));
  for (const [key, each] of Object.entries(value)) {
    yield { name: '', text: key, kind: undefined, owner: undefined };
    if (typeof each === 'string') yield { name: key, text: each, kind: kindOfField(key, each, context), owner: value };
    else yield* textsOfJson(each, key, value);
  }
}

/** Returns a JSON value with secrets replaced in its texts, keys and numbers. Long texts are cut. */
export function rewriteJson(value: unknown, replacements: Replacements, literally = false): unknown {
  const visit = (each: unknown, name: string, isSecret: boolean): unknown => {
    if (typeof each === 'string') return shorten(replacements.rewriteValue(each, isSecret, literally));
    if (typeof each === 'number') return NUMBERS.has(kindOfField(name, `${each}`) ?? 'token') ? 0 : each;
    if (Array.isArray(each)) return each.map((item) => visit(item, name, isSecret));
    if (typeof each !== 'object' || each === null) return each;
    const context = contextOf(Object.keys(each));
    return Object.fromEntries(
      Object.entries(each).map(([key, item]) => {
        const secret = typeof item === 'string' && kindOfField(key, item, context) !== undefined;
        return [shorten(replacements.rewriteLiterally(key)), visit(item, key, secret)];
      }),
    );
  };
  return visit(value, '', false);
}

/** Longest text in JSON, in characters: some rows of the panel. */
const MAX_TEXT = 240;

/** Cuts a text, never inside of a reference or between the halves of a character, and removes characters that cannot be shown. */
export function shorten(text: string, most = MAX_TEXT): string {
  const clean = text.replaceAll(/[\r\n\t]+/gu, ' ').replaceAll(/[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u206F\uFFF9-\uFFFB]/gu, '');
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most - 1).replace(/\\?\{\{[^{}]*$|\\?\{$/u, '');
  return `${cut.replace(/\p{Cs}$/u, '')}…`;
}
