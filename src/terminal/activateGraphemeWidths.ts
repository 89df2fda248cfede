import type { IUnicodeHandling, IUnicodeVersionProvider } from '@xterm/xterm';
import { nextProperty } from '../core/terminal/width';

const GRAPHEME_WIDTHS: IUnicodeVersionProvider = {
  version: 'clusters',
  wcwidth: (code) => ((nextProperty(code, 0) >> 1) & 3) as 0 | 1 | 2,
  charProperties: nextProperty,
};

/** Makes xterm.js count cells by grapheme clusters, with the function that the layout uses. */
export function activateGraphemeWidths({ unicode }: { readonly unicode: IUnicodeHandling }): void {
  unicode.register(GRAPHEME_WIDTHS);
  unicode.activeVersion = GRAPHEME_WIDTHS.version;
}
