import letters from '../../fonts/common.json' with { type: 'json' };
import coverage from '../../fonts/coverage.json' with { type: 'json' };
import wide from '../../fonts/wide.json' with { type: 'json' };

/** The families every page and terminal is set in. */
export type Family = keyof typeof coverage;

/** The slice of Noto Sans TC that has a wide character, by code point. */
const SLICE_OF: ReadonlyMap<string, string> = new Map(Object.entries(wide).flatMap(([slice, characters]) => Array.from(characters, (char) => [char, slice] as const)));

const COMMON: ReadonlySet<string> = new Set(letters.common);
const EMOJI = /\p{Emoji_Presentation}/u;

function has(family: Family, char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return coverage[family].some(([from = 0, to = 0]) => code >= from && code <= to);
}

/** Whether the fonts that come with every page have `char` in `family`; pages borrow from the terminal's face. */
function isBundled(char: string, family: Family): boolean {
  return has(family, char) || (family === 'Understudy Sans' && has('Understudy Mono', char));
}

/** Whether `char` is a letter or sign in the second file of `family`, which loads only where it is needed. */
export function isRare(char: string, family: Family): boolean {
  return has(family, char) && !COMMON.has(char) && !EMOJI.test(char);
}

/** The slice a story's own font takes `char` from; undefined where the bundled fonts have it or no font does. */
export function sliceOf(char: string, family: Family): string | undefined {
  return isBundled(char, family) ? undefined : SLICE_OF.get(char);
}

/** Whether a built story can show `char` in `family` on any machine: bundled, cut for the story, or a space. */
export function isCovered(char: string, family: Family): boolean {
  return /\s/u.test(char) || isBundled(char, family) || SLICE_OF.has(char);
}
