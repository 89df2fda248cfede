import { textWidth } from './terminal/width';

/** Columns between tab stops, in code and in terminal output. */
export const TAB_WIDTHS = { code: 4, output: 8 } as const;

/** Replaces tabs in the parts of a line by spaces up to the next tab stop. */
export function expandTabs(parts: readonly string[], tabWidth: number): readonly string[] {
  let column = 0;
  return parts.map((part) => {
    const pieces = part.split('\t').map((text, index) => {
      const spaces = index === 0 ? '' : ' '.repeat(tabWidth - (column % tabWidth));
      column += spaces.length + textWidth(text);
      return spaces + text;
    });
    return pieces.join('');
  });
}
