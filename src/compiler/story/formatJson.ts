import { UNPRINTABLE } from '../../core/richText';

export interface JsonLayout {
  /** Longest line, in characters, that is not broken. */
  readonly maxLineWidth: number;
  /** The objects that may be on one line: all, or those with one key and no other object inside. */
  readonly inlineObjects: 'all' | 'small';
}

/** For code on stage, where short lines are read best. */
export const STAGE_LAYOUT: JsonLayout = { maxLineWidth: 80, inlineObjects: 'small' };

/** For examples in Markdown. */
export const DOCS_LAYOUT: JsonLayout = { maxLineWidth: 110, inlineObjects: 'all' };

/**
 * Formats a JSON value. What `layout` allows is on one line; the rest has a line for each part and two spaces for each level.
 * Escapes the characters that a terminal cannot show (ADR 033).
 */
export function formatJson(value: unknown, layout = STAGE_LAYOUT): string {
  return formatValue(value, layout, 0, 0);
}

/** @param before Characters on the line before the value. */
function formatValue(value: unknown, layout: JsonLayout, depth: number, before: number): string {
  const line = formatOnOneLine(value, layout);
  if (line !== undefined && (before + line.length <= layout.maxLineWidth || !isNonEmpty(value))) return line;
  const indent = '  '.repeat(depth + 1);
  const lines = Object.entries(value as object).map(([key, each]) => {
    const start = Array.isArray(value) ? indent : `${indent}${quoteJson(key)}: `;
    return start + formatValue(each, layout, depth + 1, start.length);
  });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** Returns the value on one line; undefined if the layout does not allow it, however short it is. */
function formatOnOneLine(value: unknown, layout: JsonLayout): string | undefined {
  if (typeof value === 'string') return quoteJson(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const values = Object.values(value);
  const parts = values.map((each) => formatOnOneLine(each, layout));
  if (layout.inlineObjects === 'small') {
    const isSmall = !parts.includes(undefined) && !values.some(containsObject) && (Array.isArray(value) || parts.length < 2);
    if (!isSmall) return undefined;
  }
  if (Array.isArray(value)) return `[${parts.join(', ')}]`;
  const members = Object.keys(value).map((key, index) => `${quoteJson(key)}: ${parts[index]}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Whether the value is a non-empty object, or a list that contains one. */
function containsObject(value: unknown): boolean {
  return Array.isArray(value) ? value.some(containsObject) : isNonEmpty(value);
}

function isNonEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Returns a JSON string with escapes for all unprintable characters. */
function quoteJson(text: string): string {
  return JSON.stringify(text).replace(new RegExp(UNPRINTABLE, 'gu'), (match) => match.split('').map(escapeCodeUnit).join(''));
}

function escapeCodeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
