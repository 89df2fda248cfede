import { UNMEASURABLE } from '../../schema/text';

/** Longest line, in characters, that stays in one piece. */
export const WIDTH = 80;

type Json = unknown;

/**
 * Lays out a JSON value as a person would: `{ "query": "…" }` and `["a", "b"]` on one line, objects of more than one
 * key and everything with objects inside line by line, two spaces for each level.
 */
export function formatJson(value: Json): string {
  return layOut(value, 0, 0);
}

/** @param before Characters on the line before the value. */
function layOut(value: Json, depth: number, before: number): string {
  const line = onOneLine(value);
  if (line !== undefined && before + line.length <= WIDTH) return line;
  const inner = '  '.repeat(depth + 1);
  const entries = Array.isArray(value) ? value.map((each) => ['', each] as const) : Object.entries(value as object).map(([key, each]) => [`${quote(key)}: `, each] as const);
  if (entries.length === 0 || typeof value !== 'object') return onOneLine(value) ?? '';
  const lines = entries.map(([label, each]) => inner + label + layOut(each, depth + 1, inner.length + label.length));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** The value on one line; undefined if it wants several, however short it is. */
function onOneLine(value: Json): string | undefined {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.values(value).map(onOneLine);
  if (parts.includes(undefined) || Object.values(value).some(holdsObject)) return undefined;
  if (Array.isArray(value)) return `[${parts.join(', ')}]`;
  const [key, ...others] = Object.keys(value);
  if (key === undefined) return '{}';
  return others.length > 0 ? undefined : `{ ${quote(key)}: ${parts[0]} }`;
}

/** Whether the value is an object with something in it, or a list of such. */
function holdsObject(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsObject);
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** A JSON string in which everything a terminal cannot show is escaped. */
function quote(text: string): string {
  const escape = (found: string) => Array.from({ length: found.length }, (_, index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
  return JSON.stringify(text).replace(new RegExp(UNMEASURABLE, 'gu'), escape);
}
