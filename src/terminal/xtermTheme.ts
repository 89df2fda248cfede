import type { ITheme } from '@xterm/xterm';
import { ROLES } from '../core/roles';
import type { Palette } from '../core/theme';
import { fade } from '../styles/palette';

/** Returns the colours of a terminal. The extended colours are those of roles for new text, for old text, and the background. */
export function xtermTheme(palette: Palette): ITheme {
  const { window, roles } = palette;
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
    extendedAnsi: [...ROLES.map((role) => roles[role]), ...ROLES.map((role) => fade(roles[role], palette)), window],
  };
}
