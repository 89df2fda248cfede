import type { Theme } from '../../../core/settings';
import { contrast as ratioOf } from '../../../core/colour';
import { palettes } from '../../../styles/palette';
import { finding, type Finding, type Rule } from '../finding';

/** WCAG AA for text. */
const LEAST = 4.5;

/** The colours an author may choose, by their key in the story's `theme`, and the theme each is meant for. */
const CHOSEN: Readonly<Record<string, Theme>> = { accent: 'dark', accentLight: 'light' };

/** Colours an author chooses, against the window they stand on. Roles need no check: the palette's tests hold them. */
export const contrast: Rule = {
  name: 'contrast',
  about: `A colour of the story’s theme with less than ${LEAST}:1 against the window it stands on (warning).`,
  check: ({ index, texts }) =>
    texts
      .filter(({ document, path, shown }) => document === index && path[0] === 'theme' && /^#[\da-f]{6}$/iu.test(shown))
      .flatMap(({ path, shown }): Finding[] => {
        const theme = CHOSEN[String(path.at(-1))];
        const ratio = theme === undefined ? LEAST : ratioOf(shown, palettes[theme].window);
        if (ratio >= LEAST) return [];
        const words = `${shown} has a contrast of ${ratio.toFixed(1)}:1 against the ${theme ?? ''} theme’s window, where text needs ${LEAST}:1, so the room sees another shade than you chose, or cannot read it`;
        return [finding('warning', index, path, `${words}. Take a ${theme === 'dark' ? 'lighter' : 'darker'} one`)];
      }),
};
