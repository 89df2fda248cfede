import { splitGraphemes } from './terminal/width';
import { UNPRINTABLE } from './richText';

export interface Variable {
  readonly value: string;
  /** Whether the address may give another value: `?user=ann`. */
  readonly open: boolean;
}

/** Longest value the address may give, in characters. */
const MAX_VALUE_CHARACTERS = 80;

/** A reference to a variable in a text, or its escape: `{{user}}`, `\{{user}}`. */
export const REFERENCE = /\\?\{\{([A-Za-z][\w-]*)\}\}/gu;

/** Returns the variables `text` refers to, with the UTF-16 offset of each reference. */
export function referencesIn(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(REFERENCE)].filter(([all]) => !all.startsWith('\\')).map((match) => ({ name: match[1] ?? '', at: match.index }));
}

/** Replaces the references in `text`; those without a value stay. */
export function fillText(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(REFERENCE, (all, name: string) => (all.startsWith('\\') ? all : (values.get(name) ?? all)));
}

/** Escapes references in `text`, so that it is shown unchanged. */
export function escapeReferences(text: string): string {
  return text.replace(/\{\{[A-Za-z][\w-]*\}\}/gu, '\\$&');
}

/** Applies `change` to every string in `value`, except keys. Lists and objects without a change are returned as they are. */
export function mapStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  let copy: T | undefined;
  for (const key of Object.keys(value) as (keyof T)[]) {
    const mapped = mapStrings(value[key], change);
    if (mapped !== value[key]) (copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as T)[key] = mapped;
  }
  return copy ?? value;
}

/** The query of an address, as `URLSearchParams` reads it. */
export interface Query {
  get(name: string): string | null;
}

/** Returns the values the address gives to open variables, sanitized. Never throws. */
export function queryOverrides(variables: Readonly<Record<string, Variable>>, query: Query): ReadonlyMap<string, string> {
  const given = Object.entries(variables).flatMap(([name, { open }]) => {
    const value = open ? sanitizeValue(query.get(name)) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map(given);
}

/** Removes unprintable characters and limits the length at a grapheme cluster. Undefined if nothing is left. */
function sanitizeValue(value: string | null): string | undefined {
  if (value === null) return undefined;
  let length = 0;
  const clean = splitGraphemes(value.normalize('NFC').replace(new RegExp(UNPRINTABLE, 'gu'), ''))
    .filter((cluster) => (length += Array.from(cluster).length) <= MAX_VALUE_CHARACTERS)
    .join('')
    .trim();
  return clean === '' ? undefined : clean;
}

/**
 * Replaces the references in a story by the values of the address, or else by the variables' own values, and resolves escapes. Own
 * values may refer to other variables; references in values of the address are not replaced.
 */
export function fillStory<T extends { readonly variables: Readonly<Record<string, Variable>> }>(
  story: T,
  query: Query = { get: () => null },
): T {
  const given = queryOverrides(story.variables, query);
  const own = new Map(Object.entries(story.variables).map(([name, { value }]) => [name, value]));
  const known = new Map<string, string | undefined>(given);
  const valueOf = (name: string): string | undefined => {
    if (known.has(name)) return known.get(name);
    // The build refuses cycles; a reference to itself stays unchanged.
    known.set(name, undefined);
    const value = own.get(name);
    if (value !== undefined) known.set(name, fill(value));
    return known.get(name);
  };
  const fill = (text: string): string =>
    text.replace(REFERENCE, (all, name: string) => (all.startsWith('\\') ? all.slice(1) : (valueOf(name) ?? all)));
  return mapStrings(story, (text) => (text.includes('{{') ? fill(text) : text));
}
