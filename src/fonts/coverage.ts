import commonCharacters from './common-characters.json' with { type: 'json' };
import coverage from './coverage.json' with { type: 'json' };
import fallback from './fallback-fonts.json' with { type: 'json' };
import emoji from './emoji.json' with { type: 'json' };
import wide from './wide-characters.json' with { type: 'json' };
import { splitGraphemes } from '../core/terminal/width.ts';
import { SOURCE_FONTS, type SourceFont, type SourceFontName } from './sourceFonts.ts';

/** The families of pages and terminal. */
export type FontFamily = keyof typeof coverage;

type Ranges = readonly (readonly number[])[];

/** The slices of Noto Sans TC by character. */
const SLICE_BY_CHARACTER: ReadonlyMap<string, string> = new Map(
  Object.entries(wide).flatMap(([slice, characters]) => Array.from(characters, (char) => [char, slice] as const)),
);

const CORE_CHARACTERS: ReadonlySet<string> = new Set(commonCharacters.common);
const EMOJI_PRESENTATION = /\p{Emoji_Presentation}/u;
const VARIATION_SELECTORS = /[\ufe0e\ufe0f]/gu;
const EMOJI_SEQUENCES: ReadonlySet<string> = new Set(emoji.emoji.split(' '));
/** Characters without a glyph: spaces, joiners, variation selectors. */
const INVISIBLE = /^[\s\p{Cf}\u034f\u115f\u1160\u3164\ufe00-\ufe0f\uffa0]$/u;

function isInRanges(ranges: Ranges, char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return ranges.some(([from = 0, to = 0]) => code >= from && code <= to);
}

/** Returns whether the bundled fonts have `char`; pages fall back to the terminal's family. */
function isBundled(char: string, family: FontFamily): boolean {
  return isInRanges(coverage[family], char) || (family === 'Understudy Sans' && isInRanges(coverage['Understudy Mono'], char));
}

/** Returns whether `char` is in the second file of `family`, which loads on demand. */
export function isInExtendedFile(char: string, family: FontFamily): boolean {
  return isInRanges(coverage[family], char) && !CORE_CHARACTERS.has(char) && !EMOJI_PRESENTATION.test(char);
}

/**
 * Returns the source font, or slice of Noto Sans TC, that a story font of `family` takes `char` from. Undefined if the bundled
 * fonts have it, or if no source font of this family does.
 */
export function fontSourceOf(char: string, family: FontFamily): SourceFontName | `slice ${string}` | undefined {
  if (isBundled(char, family)) return undefined;
  const slice = SLICE_BY_CHARACTER.get(char);
  if (slice !== undefined) return `slice ${slice}`;
  const names = Object.keys(SOURCE_FONTS) as SourceFontName[];
  return names.find((name) => SOURCE_FONTS[name].family === family && isInRanges(fallback[name], char));
}

/** Returns whether pages need a font for `char` that joins letters and places marks. */
export function needsShaping(char: string): boolean {
  const source = fontSourceOf(char, 'Understudy Sans');
  const fonts: Readonly<Record<string, SourceFont>> = SOURCE_FONTS;
  return source !== undefined && fonts[source]?.needsShaping === true;
}

/** Returns whether a cluster needs the story's emoji font: a sequence, or an emoji that the bundled fonts lack. */
export function isStoryEmoji(cluster: string): boolean {
  const [first = '', second] = Array.from(cluster);
  // ⚡ and ⚡️ look the same.
  const isSingleEmoji =
    second === undefined || (second === '\ufe0f' && EMOJI_PRESENTATION.test(first) && cluster.length === first.length + 1);
  if (isSingleEmoji) return EMOJI_PRESENTATION.test(first) && !isBundled(first, 'Understudy Mono') && EMOJI_SEQUENCES.has(first);
  return second !== '\ufe0e' && EMOJI_SEQUENCES.has(cluster.replaceAll(VARIATION_SELECTORS, ''));
}

/** Returns whether a cluster is drawn as an emoji, of the bundled or the story's font. */
export function isEmoji(cluster: string): boolean {
  return isStoryEmoji(cluster) || (EMOJI_PRESENTATION.test(cluster) && !cluster.includes('\ufe0e'));
}

/** Returns whether a built story shows a code point in `family` on any machine. */
function isCovered(char: string, family: FontFamily): boolean {
  return (
    INVISIBLE.test(char) ||
    isBundled(char, family) ||
    fontSourceOf(char, family) !== undefined ||
    (family === 'Understudy Sans' && fontSourceOf(char, 'Understudy Mono') !== undefined)
  );
}

/** Returns the clusters of `text`, each once, that some machines cannot show in `family`. */
export function uncoveredClusters(text: string, family: FontFamily): readonly string[] {
  const clusters = [...new Set(splitGraphemes(text))];
  return clusters.filter(
    (cluster) => !isStoryEmoji(cluster) && !(isDrawnByCodePoints(cluster) && Array.from(cluster).every((char) => isCovered(char, family))),
  );
}

/** Returns whether a font needs only the code points of a cluster to draw it. False for joined emoji and flags. */
function isDrawnByCodePoints(cluster: string): boolean {
  return !/\p{Regional_Indicator}|\p{Extended_Pictographic}.*[\u200d\u{1f3fb}-\u{1f3ff}]|\u20e3/u.test(cluster);
}
