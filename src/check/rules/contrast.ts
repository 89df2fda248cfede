import { contrastRatio } from '../../core/colour';
import { paletteOf, palettes } from '../../styles/palette';
import { createFinding, type Finding, type CheckRule } from '../finding';

/** WCAG AA for text. */
const MIN_CONTRAST = 4.5;

/** Without `accentLight` the light theme darkens `accent`, as documented; that is no finding. */
const ACCENT_FIELDS = { dark: 'accent', light: 'accentLight' } as const;

/** Only the accent is the author's choice. The palette's own tests check the roles. */
export const contrastRule: CheckRule = {
  name: 'contrast',
  check: ({ storyDocument, theme }) =>
    (['dark', 'light'] as const).flatMap((name): Finding[] => {
      const field = ACCENT_FIELDS[name];
      const colour = theme?.[field];
      if (colour === undefined) return [];
      const ratio = contrastRatio(colour, palettes[name].window);
      if (ratio >= MIN_CONTRAST) return [];
      const message =
        `${colour} has a contrast of ${ratio.toFixed(1)}:1 against the ${name} theme’s window, where text needs ${MIN_CONTRAST}:1; ` +
        `words are shown as ${paletteOf(name, theme).roles.accent} instead. Take a colour you like that can be read`;
      return [createFinding('warning', { document: storyDocument, path: ['theme', field] }, message)];
    }),
};
