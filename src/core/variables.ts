import { splitGraphemes } from './terminal/width';
import { UNPRINTABLE } from './richText';

/** A word that is defined once for a story and used in many places. */
export interface Variable {
  readonly value: string;
  /** Whether the address may give another value: `?user=ann`. */
  readonly open: boolean;
}

/** Longest value an address may give, in characters: more would not fit where authors expect a word. */
const MAX_VALUE_CHARACTERS = 80;

/** A reference to a variable in a text, or its escape: `{{user}}`, `\{{user}}`. */
const REFERENCE = /\\?\{\{([A-Za-z][\w-]*)\}\}/gu;

/** The names `text` refers to, with where each reference starts. */
export function referencesIn(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(REFERENCE)].filter(([all]) => !all.startsWith('\\')).map((match) => ({ name: match[1] ?? '', at: match.index }));
}

/** `text` with its references replaced; those without a value stay as they are. */
export function fillText(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(REFERENCE, (all, name: string) => (all.startsWith('\\') ? all : (values.get(name) ?? all)));
}

/** `text` written so that it comes out as it is: nothing in it is a reference. */
export function escapeReferences(text: string): string {
  return text.replace(/\{\{[A-Za-z][\w-]*\}\}/gu, '\\$&');
}

/** `value` with every text in it passed through `change`; keys stay, and a list or object in which nothing changed is the same one. */
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

/** The values an address gives to open variables. Never throws; hostile values become plain words or nothing. */
export function queryOverrides(variables: Readonly<Record<string, Variable>>, query: Query): ReadonlyMap<string, string> {
  const given = Object.entries(variables).flatMap(([name, { open }]) => {
    const value = open ? sanitizeValue(query.get(name)) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map(given);
}

/** A value from an address as plain text: nothing unprintable, no line breaks, not too long, no cluster cut. Empty is none. */
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
 * A story as it is played: open variables take the values of the address, or their own, which may refer to others;
 * escapes become what they stand for. What an address gives is taken as it is: no reference in it counts.
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
    // The build has refused circles; a reference to itself stays one.
    known.set(name, undefined);
    const value = own.get(name);
    if (value !== undefined) known.set(name, fill(value));
    return known.get(name);
  };
  const fill = (text: string): string =>
    text.replace(REFERENCE, (all, name: string) => (all.startsWith('\\') ? all.slice(1) : (valueOf(name) ?? all)));
  return mapStrings(story, (text) => (text.includes('{{') ? fill(text) : text));
}
