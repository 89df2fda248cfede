import type { CodeToken } from './story';

/** Where a comment that ends with its line begins. */
export interface LineComment {
  /** Characters of the line before it. */
  readonly at: number;
  /** What it begins with, the spaces behind that included, such as `// `. */
  readonly marker: string;
}

/** What comments that end with their line begin with; not what looks like it and opens a block, such as `--[[` or `#|`. */
const MARKER = /^(?:\/\/[/!]*|#+(?![|=<>{])|--+(?![[>])|[;%!]+|'|")\s*/u;
/** The end of a comment that may go over several lines. */
const BLOCK_END = /[*\-\]|#=%'"][/>)}\]#'"]\s*$/u;

/** The comment each line of highlighted code ends with; undefined for a line without one. A comment between marks of a block has none. */
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

/** A line's tokens, up to a place and from there on. */
export function splitTokens(
  tokens: readonly CodeToken[],
  at: number,
): readonly [before: readonly CodeToken[], after: readonly CodeToken[]] {
  const before: CodeToken[] = [];
  const after: CodeToken[] = [];
  let from = 0;
  for (const [text, role] of tokens) {
    const cut = Math.max(0, Math.min(at - from, text.length));
    if (cut > 0) before.push([text.slice(0, cut), role]);
    if (cut < text.length) after.push([text.slice(cut), role]);
    from += text.length;
  }
  return [before, after];
}

/** The fewest characters a row of a wrapped comment has room for. */
const MIN_ROW_CHARACTERS = 8;

/**
 * The marker as a CSS string, once below the other for each row a comment of `length` characters may take after its
 * first: drawn beside the comment, it goes before each row, wherever a browser breaks them.
 */
export function repeatedMarkerCss(marker: string, length: number): string {
  // Quotes and backslashes are escaped in CSS as in JSON.
  return `"${`\\a ${JSON.stringify(marker).slice(1, -1)}`.repeat(Math.ceil(length / MIN_ROW_CHARACTERS))}"`;
}
