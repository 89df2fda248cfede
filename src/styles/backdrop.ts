import type { Theme } from '../core/settings';

/** What lies behind the windows, for where no style sheet reaches: the browser's own bars, pictures of the page. */
export const BACKDROP: Readonly<Record<Theme, string>> = { dark: '#11111b', light: '#dce0e8' };
