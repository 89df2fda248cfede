import type { ITheme } from '@xterm/xterm';
import { ROLES } from '../core/roles';
import { fade, type Palette } from '../styles/palette';

/** Returns the colours of a terminal. The extended colours are those of roles for new text, for old text, and the background. */
export function xtermTheme({ window, roles }: Palette): ITheme {
  return {
    background: window,
    foreground: roles.text,
    cursor: roles.accent,
    cursorAccent: window,
    selectionBackground: `${roles.user}66`,
    selectionInactiveBackground: `${roles.user}66`,
    scrollbarSliderBackground: `${roles.dim}55`,
    scrollbarSliderHoverBackground: `${roles.dim}88`,
    scrollbarSliderActiveBackground: `${roles.dim}aa`,
    extendedAnsi: [...ROLES.map((role) => roles[role]), ...ROLES.map((role) => fade(roles[role], window)), window],
  };
}
