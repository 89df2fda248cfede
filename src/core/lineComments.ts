import { clamp } from './clamp';
import type { CodeToken } from './story';

/** A comment that ends with its line. */
export interface LineComment {
  /** UTF-16 offset in the line. */
  readonly at: number;
  /** The comment sign with the spaces after it, such as `// `. */
  readonly marker: string;
}

/** Signs that start a comment up to the end of the line; not those that open a block, such as `--[[` or `#|`. */
const MARKER = /^(?:\/\/[/!]*|#+(?![|=<>{])|--+(?![[>])|[;%!]+|'|")\s*/u;
/** The end of a block comment. */
const BLOCK_END = /[*\-\]|#=%'"][/>)}\]#'"]\s*$/u;

/** Returns the comment at the end of each line of highlighted code, or undefined. Block comments do not count. */
export function lineComments(lines: readonly (readonly CodeToken[])[]): readonly (LineComment | undefined)[] {
  let inBlock = false;
  return lines.map((tokens) => {
    let at = 0;
    for (const [text, role] of tokens) {
      const words = text.trimStart();
      if (role === 'comment' && words !== '') {
        const marker = inBlock ? undefined : MARKER.exec(words)?.[0];
        if (marker !== undefined) return { at: at + text.length - words.length, marker };
        inBlock = !BLOCK_END.test(words);
      }
      at += text.length;
    }
    return undefined;
  });
}

/** Splits a line's tokens at a UTF-16 offset. */
export function splitTokens(
  tokens: readonly CodeToken[],
  at: number,
): readonly [before: readonly CodeToken[], after: readonly CodeToken[]] {
  const before: CodeToken[] = [];
  const after: CodeToken[] = [];
  let from = 0;
  for (const [text, role] of tokens) {
    const cut = clamp(at - from, 0, text.length);
    if (cut > 0) before.push([text.slice(0, cut), role]);
    if (cut < text.length) after.push([text.slice(cut), role]);
    from += text.length;
  }
  return [before, after];
}

/** The narrowest row of a wrapped comment, in characters. */
const MIN_ROW_CHARACTERS = 8;

/**
 * Returns a CSS string that repeats the marker, with a line for each row after the first that a comment of `length` characters may
 * need. The browser draws the string beside the comment, so every row starts with the marker wherever the comment wraps.
 */
export function repeatedMarkerCss(marker: string, length: number): string {
  // Quotes and backslashes are escaped in CSS as in JSON.
  return `"${`\\a ${JSON.stringify(marker).slice(1, -1)}`.repeat(Math.ceil(length / MIN_ROW_CHARACTERS))}"`;
}
