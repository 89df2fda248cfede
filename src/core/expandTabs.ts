import { textWidth } from './terminal/width';

/** Columns between two tab stops: of code, as most editors show it, and of what a program prints in a terminal. */
export const TAB_WIDTHS = { code: 4, output: 8 } as const;

/** The parts of a line with spaces in the place of their tabs, up to the next of the stops that come every `stop` columns. */
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
