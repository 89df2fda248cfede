/** Longest line, in characters, that stays in one piece. */
const MAX_LINE_WIDTH = 110;

/** JSON as an author writes it: on one line as long as it fits, otherwise a line for each part. */
export function formatExampleJson(value: unknown, depth = 0, before = 0): string {
  const line = formatOneLineJson(value);
  if (before + line.length <= MAX_LINE_WIDTH || typeof value !== 'object' || value === null) return line;
  const indent = '  '.repeat(depth + 1);
  const parts = Object.entries(value).map(([key, each]) => {
    const start = Array.isArray(value) ? indent : `${indent}${JSON.stringify(key)}: `;
    return start + formatExampleJson(each, depth + 1, start.length);
  });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** JSON on a single line, with room round its commas and colons. */
export function formatOneLineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatOneLineJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${formatOneLineJson(each)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
