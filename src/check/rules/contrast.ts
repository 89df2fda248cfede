import { contrastRatio } from '../../core/colour';
import { paletteOf } from '../../styles/palette';
import { valueAt } from '../../compiler/story/jsonPath';
import { createFinding, type Finding, type CheckRule } from '../finding';

/** WCAG AA for text. */
const MIN_CONTRAST = 4.5;

/** Without `accentLight` the light theme darkens `accent`, as documented. This is not reported. */
const ACCENT_FIELDS = { dark: 'accent', light: 'accentLight' } as const;

/** Reports an accent of story.json only. A configured theme is checked when it is compiled, the default theme by its tests. */
export const contrastRule: CheckRule = {
  name: 'contrast',
  check: ({ storyDocument, theme }) =>
    (['dark', 'light'] as const).flatMap((name): Finding[] => {
      const field = ACCENT_FIELDS[name];
      const isConfigured = theme?.look !== undefined && valueAt(storyDocument.value, ['theme', 'accent']) === undefined;
      const colour = theme?.[field];
      if (colour === undefined || isConfigured) return [];
      const { window, roles } = paletteOf(name, theme);
      const ratio = contrastRatio(colour, window);
      if (ratio >= MIN_CONTRAST) return [];
      const message =
        `${colour} has a contrast of ${ratio.toFixed(1)}:1 against the ${name} theme’s window, where text needs ${MIN_CONTRAST}:1; ` +
        `words are shown as ${roles.accent} instead. Take a colour you like that can be read`;
      return [createFinding('warning', { document: storyDocument, path: ['theme', field] }, message)];
    }),
};
