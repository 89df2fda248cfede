import { toRanges, unicodeRange } from './codePointRanges.ts';
import { SANS_FAMILY, STORY_FAMILY } from './families.ts';
import type { StoryFont } from './listStoryFonts.ts';

/** A `/*!` comment, which minifiers keep: the licences ask for it in every built page. */
const CREDIT =
  '/*! Cut down for this story, as far as it needs them: Noto Sans TC, Noto Sans Symbols, Inter (SIL OFL 1.1); DejaVu (Bitstream Vera\n' +
  ' * licence); icons of Nerd Fonts (MIT, and the licences of their sets); ' +
  'Twemoji (artwork CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). */';

/** Returns the style sheet of a story's fonts; empty if there are none. */
export function fontFaceCss(fonts: readonly StoryFont[], urlOf: (font: StoryFont) => string): string {
  const rules = fonts.map((font) => {
    const isSans = font.family === SANS_FAMILY;
    const codePoints = Array.from(font.characters.join(''), (char) => char.codePointAt(0) ?? 0);
    const descriptors = [
      `font-family:'${isSans ? STORY_FAMILY : font.family}'`,
      `src:url(${JSON.stringify(urlOf(font))}) format('woff2')`,
      `font-weight:${font.weight === 'all' ? '400 700' : font.weight}`,
      'font-style:normal',
      `font-display:${isSans ? 'swap' : 'block'}`,
      `unicode-range:${unicodeRange(toRanges(codePoints))}`,
    ];
    return `@font-face{${descriptors.join(';')}}`;
  });
  return rules.length === 0 ? '' : [CREDIT, ...rules].join('\n');
}
