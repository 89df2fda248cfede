import letters from './common-characters.json' with { type: 'json' };
import coverage from './coverage.json' with { type: 'json' };
import donors from './fallback-fonts.json' with { type: 'json' };
import emoji from './emoji.json' with { type: 'json' };
import wide from './wide-characters.json' with { type: 'json' };
import { splitGraphemes } from '../core/terminal/width.ts';
import { SOURCE_FONTS, type SourceFont, type SourceFontName } from './sourceFonts.ts';

/** The families every page and terminal is set in. */
export type FontFamily = keyof typeof coverage;

/** The family of emoji that are cut for a story; it comes first, as only it can tell ⚠ from ⚠️. */
export const EMOJI_FAMILY = 'Understudy Emoji';

type Ranges = readonly (readonly number[])[];

/** The slice of Noto Sans TC that has a wide character, by code point. */
const SLICE_BY_CHARACTER: ReadonlyMap<string, string> = new Map(
  Object.entries(wide).flatMap(([slice, characters]) => Array.from(characters, (char) => [char, slice] as const)),
);

const CORE_CHARACTERS: ReadonlySet<string> = new Set(letters.common);
const EMOJI_PRESENTATION = /\p{Emoji_Presentation}/u;
const VARIATION_SELECTORS = /[\ufe0e\ufe0f]/gu;
const EMOJI_SEQUENCES: ReadonlySet<string> = new Set(emoji.emoji.split(' '));
/** Characters nothing is to be seen of: spaces, and what has no cell but joins or shapes others. */
const INVISIBLE = /^[\s\p{Cf}\u034f\u115f\u1160\u3164\ufe00-\ufe0f\uffa0]$/u;

function isInRanges(ranges: Ranges, char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return ranges.some(([from = 0, to = 0]) => code >= from && code <= to);
}

/** Whether the fonts that come with every page have `char` in `family`; pages borrow from the terminal's face. */
function isBundled(char: string, family: FontFamily): boolean {
  return isInRanges(coverage[family], char) || (family === 'Understudy Sans' && isInRanges(coverage['Understudy Mono'], char));
}

/** Whether `char` is a letter or sign in the second file of `family`, which loads only where it is needed. */
export function isInExtendedFile(char: string, family: FontFamily): boolean {
  return isInRanges(coverage[family], char) && !CORE_CHARACTERS.has(char) && !EMOJI_PRESENTATION.test(char);
}

/**
 * Where a story's own font in `family` takes `char` from: the name of a donor, or the number of a slice of Noto Sans TC.
 * Undefined where the bundled fonts have it, or the font of the other family that pages borrow from, or no font does.
 */
export function fontSourceOf(char: string, family: FontFamily): SourceFontName | `slice ${string}` | undefined {
  if (isBundled(char, family)) return undefined;
  const slice = SLICE_BY_CHARACTER.get(char);
  if (slice !== undefined) return `slice ${slice}`;
  const names = Object.keys(SOURCE_FONTS) as SourceFontName[];
  return names.find((name) => SOURCE_FONTS[name].family === family && isInRanges(donors[name], char));
}

/** Whether a story's own font of pages has `char` with what joins letters and places marks. */
export function needsShaping(char: string): boolean {
  const source = fontSourceOf(char, 'Understudy Sans');
  const donor: SourceFont | undefined =
    source === undefined || source.startsWith('slice ') ? undefined : SOURCE_FONTS[source as SourceFontName];
  return donor?.needsShaping === true;
}

/** Whether a cluster is drawn from the emoji cut for a story: a sequence, or an emoji the bundled files lack. */
export function isStoryEmoji(cluster: string): boolean {
  const [first = '', second] = Array.from(cluster);
  // ⚡ and ⚡️ are the same.
  const isSingleEmoji =
    second === undefined || (second === '\ufe0f' && EMOJI_PRESENTATION.test(first) && cluster.length === first.length + 1);
  if (isSingleEmoji) return EMOJI_PRESENTATION.test(first) && !isBundled(first, 'Understudy Mono') && EMOJI_SEQUENCES.has(first);
  return second !== '\ufe0e' && EMOJI_SEQUENCES.has(cluster.replaceAll(VARIATION_SELECTORS, ''));
}

/** Whether a cluster is drawn as an emoji, bundled or cut. */
export function isEmoji(cluster: string): boolean {
  return isStoryEmoji(cluster) || (EMOJI_PRESENTATION.test(cluster) && !cluster.includes('\ufe0e'));
}

/** Whether a built story can show a code point in `family` on any machine. */
function isCovered(char: string, family: FontFamily): boolean {
  return (
    INVISIBLE.test(char) ||
    isBundled(char, family) ||
    fontSourceOf(char, family) !== undefined ||
    (family === 'Understudy Sans' && fontSourceOf(char, 'Understudy Mono') !== undefined)
  );
}

/** The clusters of `text`, each once, that a built story cannot show in `family` on every machine as one picture. */
export function uncoveredClusters(text: string, family: FontFamily): readonly string[] {
  const clusters = [...new Set(splitGraphemes(text))];
  return clusters.filter(
    (cluster) => !isStoryEmoji(cluster) && !(isDrawnByCodePoints(cluster) && Array.from(cluster).every((char) => isCovered(char, family))),
  );
}

/** Whether a cluster is drawn by drawing its code points: joined emoji and flags that the emoji font lacks are not. */
function isDrawnByCodePoints(cluster: string): boolean {
  return !/\p{Regional_Indicator}|\p{Extended_Pictographic}.*[\u200d\u{1f3fb}-\u{1f3ff}]|\u20e3/u.test(cluster);
}
