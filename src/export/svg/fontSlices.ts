import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildStoryFont } from '../../fonts/buildStoryFont';
import { fontSourceOf, needsShaping, type FontFamily } from '../../fonts/coverage';
import { MONO_FAMILY, THEME_FAMILY } from '../../fonts/families';
import { readCmap, readTables } from '../../fonts/sfnt';
import { convertFont, LICENCE_NAME_IDS, readFontFile, subsetFont } from '../../fonts/subsetFont';
import type { ThemeFont } from '../../fonts/themeFontCss';
import { ROOT } from '../../project/project.mjs';

export type FontWeight = 400 | 700;

/** A font with exactly the characters that a picture takes from one source. */
export interface FontSlice {
  /** The same for the weights of one source, and different for all others. */
  readonly layer: string;
  readonly characters: readonly string[];
  readonly font: Uint8Array;
  /** Descriptors of its `@font-face` rule besides family, weight and source. */
  readonly descriptors: readonly string[];
}

/** The bundled files of each family, and what `src/fonts/fonts.css` says of them. */
const BUNDLED_FILES: Readonly<Record<FontFamily, (weight: FontWeight) => readonly (readonly [file: string, descriptor?: string])[]>> = {
  'Understudy Mono': (weight) => [[`mono-${weight}`], [`mono-${weight}-more`], ['mono-braille', 'size-adjust:82.2%']],
  'Understudy Sans': () => [['sans'], ['sans-more']],
};

/**
 * Returns fonts that together have the characters, as far as any font of the build does. As on stage, each character comes from
 * the theme's font if that has it, else from the bundled ones, else from those made for the story.
 */
export async function sliceFonts(
  characters: readonly string[],
  family: FontFamily,
  weight: FontWeight,
  themeFonts: readonly ThemeFont[],
): Promise<readonly FontSlice[]> {
  const slices: FontSlice[] = [];
  let missing = characters;
  const addSlice = async (
    layer: string,
    font: Buffer,
    offers: (char: string) => boolean,
    descriptors: readonly string[],
  ): Promise<void> => {
    const provided = missing.filter(offers);
    if (provided.length === 0) return;
    missing = missing.filter((char) => !offers(char));
    const isVariable = readTables(font).has('fvar');
    const subset = await subsetFont(font, provided.join(''), {
      targetFormat: 'woff2',
      preserveNameIds: LICENCE_NAME_IDS,
      ...(isVariable && { variationAxes: { wght: weight } }),
    });
    slices.push({ layer, characters: provided, font: subset, descriptors });
  };

  for (const { file, descriptors } of themeFonts.filter((font) => isFor(font, family, weight))) {
    const font = await convertFont(await readFile(file), 'sfnt');
    const allowed = unicodeRanges(descriptors) ?? [[0, 0x10ffff]];
    const codes = new Set(readCmap(readTables(font)).keys());
    const offers = (char: string): boolean => {
      const code = char.codePointAt(0) ?? 0;
      return codes.has(code) && allowed.some(([from, to]) => code >= from && code <= to);
    };
    await addSlice(
      't',
      font,
      offers,
      descriptors.filter((each) => each.startsWith('size-adjust')),
    );
  }
  for (const [index, [name, descriptor]] of BUNDLED_FILES[family](weight).entries()) {
    if (missing.length === 0) break;
    const font = await readFontFile(path.join(ROOT, `src/fonts/${name}.woff2`));
    const codes = new Set(readCmap(readTables(font)).keys());
    await addSlice(String(index), font, (char) => codes.has(char.codePointAt(0) ?? 0), descriptor === undefined ? [] : [descriptor]);
  }
  const isShaped = (char: string): boolean => family !== MONO_FAMILY && needsShaping(char);
  const available = missing.filter((char) => fontSourceOf(char, family) !== undefined);
  for (const shaped of [false, true]) {
    const own = available.filter((char) => isShaped(char) === shaped);
    if (own.length === 0) continue;
    const font = await buildStoryFont({ name: 'picture', family, weight, characters: own, shaped });
    slices.push({ layer: shaped ? 'r' : 's', characters: own, font, descriptors: [] });
  }
  return slices;
}

/** Returns whether a theme's font is used for a family and weight. Its first two descriptors name both. */
function isFor({ descriptors: [family = '', weights = ''] }: ThemeFont, wanted: FontFamily, weight: FontWeight): boolean {
  return family.includes(wanted === MONO_FAMILY ? MONO_FAMILY : THEME_FAMILY) && weights.includes(String(weight));
}

function unicodeRanges(descriptors: readonly string[]): readonly (readonly [from: number, to: number])[] | undefined {
  const range = descriptors.find((each) => each.startsWith('unicode-range:'));
  return range
    ?.slice('unicode-range:'.length)
    .split(',')
    .map((part) => {
      const [from = '0', to = from] = part.trim().replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    });
}
