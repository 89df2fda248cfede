import { contrastRatio as ratioOf } from '../../core/colour';
import { paletteOf, palettes } from '../../styles/palette';
import { createFinding, type Finding, type CheckRule } from '../finding';

/** WCAG AA for text. */
const MIN_CONTRAST = 4.5;

/** The colour an author named for a theme. Without `accentLight` the light theme darkens `accent`, as documented, and that is no finding. */
const ACCENT_FIELDS = { dark: 'accent', light: 'accentLight' } as const;

/** The accent is readable whatever its author chose; what they see then is another shade, and they should know. Roles need no check: the palette's tests hold them. */
export const contrastRule: CheckRule = {
  name: 'contrast',
  description: `An accent with less than ${MIN_CONTRAST}:1 against its window, so that another shade of it is shown (warning).`,
  check: ({ storyDocument, theme }) =>
    (['dark', 'light'] as const).flatMap((name): Finding[] => {
      const field = ACCENT_FIELDS[name];
      const colour = theme?.[field];
      if (colour === undefined) return [];
      const ratio = ratioOf(colour, palettes[name].window);
      if (ratio >= MIN_CONTRAST) return [];
      const shown = paletteOf(name, theme).roles.accent;
      return [
        createFinding(
          'warning',
          storyDocument,
          ['theme', field],
          `${colour} has a contrast of ${ratio.toFixed(1)}:1 against the ${name} theme’s window, where text needs ${MIN_CONTRAST}:1; words are shown as ${shown} instead. Take a colour you like that can be read`,
        ),
      ];
    }),
};
