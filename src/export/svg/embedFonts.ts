import { buildStoryFont, readEmojiFont } from '../../fonts/buildStoryFont';
import { readColourFont } from '../../fonts/colourFont';
import { isEmoji, type FontFamily } from '../../fonts/coverage';
import { EMOJI_FAMILY, MONO_FAMILY } from '../../fonts/families';
import { readMetrics, readTables } from '../../fonts/sfnt';
import { convertFont } from '../../fonts/subsetFont';
import type { ThemeFont } from '../../fonts/themeFontCss';
import { splitGraphemes } from '../../core/terminal/width';
import { sliceFonts, type FontSlice, type FontWeight } from './fontSlices';

/** The text of one family and weight. */
export interface FontText {
  readonly family: FontFamily;
  readonly weight: FontWeight;
  readonly text: string;
}

export interface EmbeddedFonts {
  /** `@font-face` rules that contain the fonts. */
  readonly css: string;
  /** CSS font-family: the embedded fonts, then fonts of the system. */
  readonly families: Readonly<Record<FontFamily, string>>;
  /** CSS font-family of emoji. */
  readonly emojiFamily: string;
  /** Whether a cluster is drawn as an emoji of the embedded fonts. */
  readonly isEmoji: (cluster: string) => boolean;
  /** Whether the embedded fonts have all of a cluster. */
  readonly has: (cluster: string, family: FontFamily, weight: FontWeight) => boolean;
  /** Returns the width of regular text of pages in em. */
  readonly measure: (text: string) => number;
}

const SYSTEM_FONTS: Readonly<Record<FontFamily, string>> = {
  'Understudy Mono': 'ui-monospace,SFMono-Regular,Menlo,Consolas,monospace',
  'Understudy Sans': 'system-ui,sans-serif',
};

/** Width in em of a character that no embedded font has. */
const UNKNOWN_WIDTH = 1;

/** The licences ask for it. */
const CREDIT =
  '/* Fonts, cut down: DejaVu Sans Mono (Bitstream Vera licence), Inter and Noto (SIL OFL 1.1), icons of Nerd Fonts (MIT), ' +
  'Twemoji (CC BY 4.0), or those of the story. */';

/** Embeds fonts with exactly the characters of `texts`, which have one entry for each family and weight. */
export async function embedFonts(texts: readonly FontText[], themeFonts: readonly ThemeFont[]): Promise<EmbeddedFonts> {
  const clusters = new Set(texts.flatMap(({ text }) => splitGraphemes(text)));
  const emoji = await emojiIn(clusters);
  const rules: string[] = [];
  const names: Readonly<Record<FontFamily, Set<string>>> = { 'Understudy Mono': new Set(), 'Understudy Sans': new Set() };
  const present = new Set<string>();
  const widths = new Map<string, number>();
  for (const { family, weight, text } of texts) {
    const characters = new Set(
      splitGraphemes(text).flatMap((cluster) => (emoji.has(cluster) ? [] : Array.from(cluster.replaceAll('\n', '')))),
    );
    const slices = await sliceFonts([...characters].toSorted(), family, weight, themeFonts);
    for (const slice of slices) {
      const name = `${family === MONO_FAMILY ? 'm' : 's'}-${slice.layer}`;
      names[family].add(name);
      rules.push(fontFace(name, String(weight), slice));
      for (const char of slice.characters) present.add(`${family} ${weight} ${char}`);
      if (family !== MONO_FAMILY) for (const [char, width] of await widthsIn(slice)) widths.set(char, width);
    }
  }
  if (emoji.size > 0) {
    const font = await buildStoryFont({ name: 'emoji', family: EMOJI_FAMILY, weight: 'all', characters: [...emoji].toSorted() });
    rules.push(fontFace('emoji-c', '400 700', { font, descriptors: [] }));
  }
  const stack = (family: FontFamily): string => [...names[family], SYSTEM_FONTS[family]].join(',');
  return {
    css: rules.length === 0 ? '' : CREDIT + rules.join(''),
    families: { 'Understudy Mono': stack('Understudy Mono'), 'Understudy Sans': stack('Understudy Sans') },
    emojiFamily: emoji.size === 0 ? '' : 'emoji-c,emoji',
    isEmoji: (cluster) => emoji.has(cluster),
    has: (cluster, family, weight) => Array.from(cluster).every((char) => present.has(`${family} ${weight} ${char}`)),
    measure: (text) => Array.from(text).reduce((sum, char) => sum + (widths.get(char) ?? UNKNOWN_WIDTH), 0),
  };
}

/** Returns the clusters that the emoji font has. */
async function emojiIn(clusters: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const candidates = [...clusters].filter(isEmoji);
  if (candidates.length === 0) return new Set();
  const { layersOf } = readColourFont(await readEmojiFont());
  return new Set(candidates.filter((cluster) => layersOf(cluster) !== undefined));
}

async function widthsIn({ font, characters }: FontSlice): Promise<readonly (readonly [char: string, width: number])[]> {
  const { advance } = readMetrics(readTables(await convertFont(font, 'sfnt')));
  return characters.map((char) => [char, advance(char.codePointAt(0) ?? 0)]);
}

function fontFace(name: string, weight: string, { font, descriptors }: Pick<FontSlice, 'font' | 'descriptors'>): string {
  const source = `src:url(data:font/woff2;base64,${Buffer.from(font).toString('base64')}) format('woff2')`;
  return `@font-face{${[`font-family:${name}`, `font-weight:${weight}`, source, ...descriptors].join(';')}}`;
}
