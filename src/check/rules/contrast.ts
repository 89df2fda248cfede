import { contrast as ratioOf } from '../../core/colour';
import { paletteOf, palettes } from '../../styles/palette';
import { finding, type Finding, type Rule } from '../finding';

/** WCAG AA for text. */
const LEAST = 4.5;

/** The colour an author named for a theme. Without `accentLight` the light theme darkens `accent`, as documented, and that is no finding. */
const NAMED = { dark: 'accent', light: 'accentLight' } as const;

/** The accent is readable whatever its author chose; what they see then is another shade, and they should know. Roles need no check: the palette's tests hold them. */
export const contrast: Rule = {
  name: 'contrast',
  about: `An accent with less than ${LEAST}:1 against its window, so that another shade of it is shown (warning).`,
  check: ({ index, theme }) =>
    (['dark', 'light'] as const).flatMap((name): Finding[] => {
      const field = NAMED[name];
      const colour = theme?.[field];
      if (colour === undefined) return [];
      const ratio = ratioOf(colour, palettes[name].window);
      if (ratio >= LEAST) return [];
      const shown = paletteOf(name, theme).roles.accent;
      return [
        finding(
          'warning',
          index,
          ['theme', field],
          `${colour} has a contrast of ${ratio.toFixed(1)}:1 against the ${name} theme’s window, where text needs ${LEAST}:1; words are shown as ${shown} instead. Take a colour you like that can be read`,
        ),
      ];
    }),
};
