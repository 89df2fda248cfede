import type { IUnicodeHandling, IUnicodeVersionProvider } from '@xterm/xterm';
import { cellsOf } from '../core/terminal/width';

/**
 * What xterm.js remembers of a character: its cells, and whether it joins the one before it. The format of its
 * `UnicodeService`, which has higher bits for grapheme clusters that Unicode 11 does not need.
 */
const property = (cells: number, joins: boolean): number => (cells << 1) | Number(joins);
const cellsIn = (remembered: number): number => (remembered >> 1) & 3;

/** Unicode 11 as `@xterm/addon-unicode11` has it, with the widths the layout has. */
const UNICODE_11: IUnicodeVersionProvider = {
  version: '11',
  wcwidth: cellsOf,
  charProperties(code, preceding) {
    const cells = cellsOf(code);
    const before = cellsIn(preceding);
    return cells === 0 && before > 0 ? property(before, true) : property(cells, false);
  },
};

/** Has a terminal count the cells of characters as the layout does. */
export function activateUnicode11({ unicode }: { readonly unicode: IUnicodeHandling }): void {
  unicode.register(UNICODE_11);
  unicode.activeVersion = UNICODE_11.version;
}
