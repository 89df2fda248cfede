import type { Theme } from '../core/settings';
import type { Story } from '../core/story';

/** The colour behind the windows, for use outside style sheets: the browser's bars, screenshots. */
export const BACKDROP: Readonly<Record<Theme, string>> = { dark: '#11111b', light: '#dce0e8' };

/** Returns the colour behind the windows when a story starts. Every story starts in the dark theme. */
export function initialBackdrop({ theme }: Pick<Story, 'theme'>): string {
  return theme?.look?.dark.backdrop ?? BACKDROP.dark;
}
