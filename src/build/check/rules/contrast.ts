import { contrast as ratioOf, palettes } from '../../../styles/palette';
import { finding, type Finding, type Rule } from '../finding';

/** WCAG AA for text. */
const LEAST = 4.5;

/** Colours an author chooses for the story's theme, against the windows they stand on. Roles need no check: the palette's tests hold them. */
export const contrast: Rule = {
  name: 'contrast',
  about: `A colour of the story’s theme with less than ${LEAST}:1 against the dark or the bright window (warning).`,
  check: ({ index, texts }) =>
    texts
      .filter(({ document, path, shown }) => document === index && path[0] === 'theme' && /^#[\da-f]{6}$/iu.test(shown))
      .flatMap(({ path, shown }) =>
        Object.entries(palettes).flatMap(([theme, { window }]): Finding[] => {
          const other = Object.keys(palettes).some((name) => name !== theme && path.includes(name));
          const ratio = ratioOf(shown, window);
          if (other || ratio >= LEAST) return [];
          const to = theme === 'dark' ? 'lighter' : 'darker';
          return [finding('warning', index, path, `${shown} has a contrast of ${ratio.toFixed(1)}:1 against the ${theme} theme’s window, and projectors wash colours out; text needs ${LEAST}:1. Take a ${to} one`)];
        }),
      ),
};
