import type { StoryFace } from './faces.ts';

/** Outlives minifying, so that what the licence asks for reaches every built page. */
const CREDIT = '/*! Wide characters: Noto Sans TC, cut down (SIL OFL 1.1). */';

/** Beside the variable face of pages, which browsers would choose for every weight it has, the story's needs a family of its own. */
const STORY = 'Understudy Story';

/** The style sheet of a story's own faces: in the terminal's family, and in one that follows the pages'. */
export function fontSheet(faces: readonly StoryFace[], addressOf: (face: StoryFace) => string): string {
  const rules = faces.map((face) => {
    const isMono = face.family === 'Understudy Mono';
    const [family, display] = isMono ? [face.family, 'block'] : [STORY, 'swap'];
    return `@font-face{font-family:'${family}';src:url(${JSON.stringify(addressOf(face))}) format('woff2');font-weight:${face.weight};font-style:normal;font-display:${display};unicode-range:${unicodeRange(face.characters)}}`;
  });
  return faces.length === 0 ? '' : [CREDIT, ...rules].join('\n');
}

/** The characters of a text in order, as CSS lists them. */
function unicodeRange(characters: string): string {
  const runs: [number, number][] = [];
  for (const char of characters) {
    const code = char.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
