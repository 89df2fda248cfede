import type { IUnicodeHandling, IUnicodeVersionProvider } from '@xterm/xterm';
import { nextProperty } from '../core/terminal/width';

/** Measures text for xterm.js by grapheme clusters, as the layout does. */
const GRAPHEME_WIDTHS: IUnicodeVersionProvider = {
  version: 'clusters',
  wcwidth: (code) => ((nextProperty(code, 0) >> 1) & 3) as 0 | 1 | 2,
  charProperties: nextProperty,
};

/** Has a terminal count the cells of characters as the layout does. */
export function activateGraphemeWidths({ unicode }: { readonly unicode: IUnicodeHandling }): void {
  unicode.register(GRAPHEME_WIDTHS);
  unicode.activeVersion = GRAPHEME_WIDTHS.version;
}
