import { z } from 'zod';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/**
 * Returns what was expected instead of an invalid value, as zod's message of an issue. A message in the schema itself ("some text; it is
 * empty") takes precedence; it must continue the word "expected". For unknown keys, returns the known keys as JSON, which an issue
 * does not contain.
 */
export function describeExpected(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return formatOptions(issue.values);
    case 'too_small':
      return describeMinimum(Number(issue.minimum), issue.origin);
    case 'too_big':
      return `at most ${issue.maximum}${unitSuffix(Number(issue.maximum), issue.origin)}`;
    case 'unrecognized_keys':
      return JSON.stringify(schemaKeys(issue.inst));
    case 'invalid_union': {
      const options = (issue.options as unknown[] | undefined) ?? [];
      return GUIDED_UNIONS.includes(idOf(issue.inst)) ? withGuide(formatOptions(options)) : formatOptions(options);
    }
    default:
      return 'something else';
  }
}

/** Ids of the schemas whose types are in the guide's table. */
const GUIDED_UNIONS: readonly unknown[] = ['block', 'pagePart'];

function idOf(schema: unknown): unknown {
  return schema instanceof z.ZodType ? z.globalRegistry.get(schema)?.id : undefined;
}

/** Returns the names of kinds, blocks or parts with the place of the table that says what each is for. */
export function withGuide(names: string): string {
  return `${names} (what each is for: docs/authoring.md#what-to-use in the package understudy-demo)`;
}

/** Describes a value in a message: scalars as JSON of at most 60 characters, objects by their keys. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).map((key) => JSON.stringify(key));
    return keys.length === 0 ? 'an empty object' : `an object with ${joinWithConjunction(keys.slice(0, 6), 'and')}`;
  }
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 58)}…"` : text;
}

/** Returns `"a"` or `one of "a", "b"`. */
export function formatOptions(values: readonly unknown[]): string {
  const names = values.map((value) => JSON.stringify(value));
  return names.length === 1 ? names[0]! : `one of ${names.join(', ')}`;
}

/** Returns `a`, `a or b`, or `a, b or c`. */
export function joinWithConjunction(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

function describeMinimum(minimum: number, origin: string): string {
  if (minimum === 1 && origin === 'string') return 'some text';
  return `at least ${minimum}${unitSuffix(minimum, origin)}`;
}

function unitSuffix(count: number, origin: string): string {
  if (origin === 'array') return count === 1 ? ' item' : ' items';
  return origin === 'string' ? ' characters' : '';
}

function schemaKeys(schema: unknown): string[] {
  const shape = (schema as { shape?: object } | undefined)?.shape;
  return shape ? Object.keys(shape) : [];
}
