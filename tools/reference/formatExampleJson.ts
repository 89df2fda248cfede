/** Longest line, in characters, that stays in one piece. */
const WIDTH = 110;

/** JSON as an author writes it: on one line as long as it fits, otherwise a line for each part. */
export function layOut(value: unknown, depth = 0, before = 0): string {
  const line = onOneLine(value);
  if (before + line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const indent = '  '.repeat(depth + 1);
  const parts = Object.entries(value).map(([key, each]) => {
    const start = Array.isArray(value) ? indent : `${indent}${JSON.stringify(key)}: `;
    return start + layOut(each, depth + 1, start.length);
  });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** JSON on a single line, with room round its commas and colons. */
export function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${onOneLine(each)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
