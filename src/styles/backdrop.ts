import type { Theme } from '../core/settings';

/** The colour behind the windows, for use outside style sheets: the browser's bars, screenshots. */
export const BACKDROP: Readonly<Record<Theme, string>> = { dark: '#11111b', light: '#dce0e8' };
