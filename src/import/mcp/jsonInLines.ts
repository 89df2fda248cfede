/** A JSON value of a log, with the words in front of it in its line. */
interface Logged {
  readonly words: string;
  readonly value: unknown;
}

/** Where JSON may begin. */
const START = /[[{](?=\s*(?:["{[]|$))/gu;

/** Places in a line where JSON may begin that are tried. */
const MAX_TRIES = 8;

/** Lines of one value. */
const MAX_LINES = 5000;

/** Characters that are searched in vain for the end of values of several lines; then each must end in its line. */
const MAX_SEARCHED = 20_000_000;

/**
 * Returns the JSON values of each line, also those that go on over several lines. A line without JSON, and the lines of a value of several
 * lines, are one item.
 */
export function jsonInLines(text: string): readonly (readonly Logged[])[] {
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  const items: (readonly Logged[])[] = [];
  let left = MAX_SEARCHED;
  for (let index = 0; index < lines.length;) {
    const found: Logged[] = [];
    let [part, used, lastEnd] = [lines[index]!, 1, 0];
    for (const { index: start } of [...part.matchAll(START)].slice(0, MAX_TRIES)) {
      if (start < lastEnd) continue;
      const words = part.slice(lastEnd, start);
      let end = endOfJson(part, start);
      if (end === 'open' && left > 0 && used === 1) {
        const more = lines.slice(index, index + MAX_LINES).join('\n');
        end = endOfJson(more, start);
        if (typeof end === 'number') [part, used] = [more.slice(0, end), more.slice(0, end).split('\n').length];
        else left -= more.length;
      }
      const value = typeof end === 'number' ? tryJson(part.slice(start, end)) : undefined;
      if (value === undefined || typeof end !== 'number') continue;
      found.push({ words, value });
      lastEnd = end;
    }
    items.push(found);
    index += found.length === 0 ? 1 : used;
  }
  return items;
}

/** Returns the index after the bracket that closes the one at `start`; `open` if the text ends before. */
function endOfJson(text: string, start: number): number | 'open' | 'none' {
  let [depth, inString] = [0, false];
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
      else if (char === '\n') return 'none';
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return inString ? 'none' : 'open';
}

/** Parses JSON; undefined if it is none. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
