import { UNPRINTABLE } from '../../core/richText';

/** Longest line, in characters, that stays in one piece. */
export const MAX_LINE_WIDTH = 80;

/**
 * Lays out a JSON value as a person would: `{ "query": "…" }` and `["a", "b"]` on one line, objects of more than one
 * key and everything with objects inside line by line, two spaces for each level.
 */
export function formatJson(value: unknown): string {
  return formatValue(value, 0, 0);
}

/** @param before Characters on the line before the value. */
function formatValue(value: unknown, depth: number, before: number): string {
  const line = formatOnOneLine(value);
  if (line !== undefined && (before + line.length <= MAX_LINE_WIDTH || !isNonEmpty(value))) return line;
  const indent = '  '.repeat(depth + 1);
  const lines = Object.entries(value as object).map(([key, each]) => {
    const start = Array.isArray(value) ? indent : `${indent}${quoteJson(key)}: `;
    return start + formatValue(each, depth + 1, start.length);
  });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** The value on one line; undefined if it wants several, however short it is. */
function formatOnOneLine(value: unknown): string | undefined {
  if (typeof value === 'string') return quoteJson(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.values(value).map(formatOnOneLine);
  if (parts.includes(undefined) || Object.values(value).some(containsObject)) return undefined;
  if (Array.isArray(value)) return `[${parts.join(', ')}]`;
  const [key, ...others] = Object.keys(value);
  if (key === undefined) return '{}';
  return others.length > 0 ? undefined : `{ ${quoteJson(key)}: ${parts[0]} }`;
}

/** Whether the value is an object with something in it, or a list of such. */
function containsObject(value: unknown): boolean {
  return Array.isArray(value) ? value.some(containsObject) : isNonEmpty(value);
}

function isNonEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** A JSON string in which everything a terminal cannot show is escaped. */
function quoteJson(text: string): string {
  return JSON.stringify(text).replace(new RegExp(UNPRINTABLE, 'gu'), (found) => found.split('').map(escapeCodeUnit).join(''));
}

function escapeCodeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
