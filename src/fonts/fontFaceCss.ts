import type { StoryFont } from './listStoryFonts.ts';

/** Outlives minifying, so that what the licence asks for reaches every built page. */
const CREDIT = `/*! Cut down for this story, as far as it needs them: Noto Sans TC, Noto Sans Symbols, Inter (SIL OFL 1.1); DejaVu (Bitstream Vera
 * licence); icons of Nerd Fonts (MIT, and the licences of their sets); Twemoji (artwork CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). */`;

/** Beside the variable face of pages, which browsers would choose for every weight it has, the story's needs a family of its own. */
const STORY_FAMILY = 'Understudy Story';

/** The style sheet of a story's own faces: in the terminal's family, and in one that follows the pages'. */
export function fontFaceCss(faces: readonly StoryFont[], addressOf: (face: StoryFont) => string): string {
  const rules = faces.map((face) => {
    const [family, display] = face.family === 'Understudy Sans' ? [STORY_FAMILY, 'swap'] : [face.family, 'block'];
    const weight = face.weight === 'all' ? '400 700' : face.weight;
    return `@font-face{font-family:'${family}';src:url(${JSON.stringify(addressOf(face))}) format('woff2');font-weight:${weight};font-style:normal;font-display:${display};unicode-range:${unicodeRange(face.characters)}}`;
  });
  return faces.length === 0 ? '' : [CREDIT, ...rules].join('\n');
}

/** The code points of `characters`, as CSS lists them. */
function unicodeRange(characters: readonly string[]): string {
  const runs: [number, number][] = [];
  const codes = new Set(Array.from(characters.join(''), (char) => char.codePointAt(0) ?? 0));
  for (const code of [...codes].toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
