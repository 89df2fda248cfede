import path from 'node:path';
import { textWidth } from '../core/terminal/width.ts';
import { ROOT } from '../project/project.mjs';
import { subsetColourFont } from './colourFont.ts';
import { boundingBoxOf, readContours, transformContours, type Contour } from './contours.ts';
import { fontSourceOf, type FontFamily } from './coverage.ts';
import { EMOJI_FAMILY } from './families.ts';
import { SOURCE_FONTS, type SourceFont, type SourceFontName, type SourceGlyph, type GlyphTarget } from './sourceFonts.ts';
import type { StoryFont } from './listStoryFonts.ts';
import { fontFilePath } from './fontFile.ts';
import { notoSlicePath } from './notoSansTc.ts';
import { assembleFont, createGlyphReader } from './glyphTables.ts';
import { overlapRows } from './overlapRows.ts';
import { readCmap, readMetrics, readTables, writeCmap, type Tables } from './sfnt.ts';
import { convertFont, LICENCE_NAME_IDS, readFontFile, subsetFont } from './subsetFont.ts';

/** The bundled font whose line height a story font must not change. */
const REFERENCE_FONT: Readonly<Record<StoryFont['family'], string>> = {
  'Understudy Mono': 'mono-400',
  'Understudy Sans': 'sans',
  [EMOJI_FAMILY]: 'mono-400',
};

/** Enlarges ideographs in the terminal, whose Latin letters are wide and tall. */
const MONO_IDEOGRAPH_SCALE = 1.04;

const UNITS_PER_EM = 2048;

/** The characters that one source font provides. */
interface FontPart extends Pick<SourceFont, 'fit' | 'connectsRows'> {
  readonly tables: Tables;
}

/** Builds a story font as woff2: one file from all source fonts that have its characters (ADR 016, ADR 035). */
export async function buildStoryFont({ family, weight, characters, shaped = false }: StoryFont): Promise<Uint8Array> {
  if (shaped && weight !== 'all')
    return subsetFont(await readFontFile(SOURCE_FONTS.script.file(weight)), characters.join(''), {
      targetFormat: 'woff2',
      preserveNameIds: LICENCE_NAME_IDS,
    });
  const reference = readMetrics(readTables(await readFontFile(path.join(ROOT, `src/fonts/${REFERENCE_FONT[family]}.woff2`))));
  if (family === EMOJI_FAMILY || weight === 'all') {
    const { ascent, descent } = reference;
    return convertFont(
      subsetColourFont(await readEmojiFont(), characters, { advance: 2 * reference.advance(0x30), ascent, descent }),
      'woff2',
    );
  }
  const parts = await Promise.all(
    [...groupBySource(characters, family)].map(async ([source, chars]) => subsetSource(source, chars, family, weight)),
  );
  const cell = family === 'Understudy Mono' ? reference.advance(0x30) * UNITS_PER_EM : undefined;
  return convertFont(mergeParts(parts, cell, reference.ascent * UNITS_PER_EM, reference.descent * UNITS_PER_EM), 'woff2');
}

export function readEmojiFont(): Promise<Uint8Array> {
  return readFontFile(fontFilePath('twemoji-colr-font/twemoji.woff2'));
}

function groupBySource(characters: readonly string[], family: FontFamily): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const char of characters) {
    const source = fontSourceOf(char, family);
    if (source === undefined) throw new Error(`No source font has ${char}.`);
    groups.set(source, (groups.get(source) ?? '') + char);
  }
  return groups;
}

async function subsetSource(source: string, characters: string, family: FontFamily, weight: 400 | 700): Promise<FontPart> {
  const options = { targetFormat: 'sfnt', keepFeatures: [] as string[], preserveNameIds: LICENCE_NAME_IDS } as const;
  const [, slice] = /^slice (.+)$/u.exec(source) ?? [];
  if (slice !== undefined) {
    const tables = readTables(
      await subsetFont(await readFontFile(notoSlicePath(slice)), characters, { ...options, variationAxes: { wght: weight } }),
    );
    return { tables, fit: (glyph, target) => fitIdeograph(glyph, target, family === 'Understudy Mono' ? MONO_IDEOGRAPH_SCALE : 1) };
  }
  const { file, axes, fit, connectsRows }: SourceFont = SOURCE_FONTS[source as SourceFontName];
  const font = await subsetFont(await readFontFile(file(weight)), characters, { ...options, ...(axes && { variationAxes: axes(weight) }) });
  return { tables: readTables(font), fit, connectsRows };
}

/** Centres the em square of an ideograph in its cells, scaled by `scale`. */
function fitIdeograph(
  { unitsPerEm }: SourceGlyph,
  { cellWidth, unitsPerEm: target }: GlyphTarget,
  scale: number,
): ReturnType<SourceFont['fit']> {
  const size = (scale * target) / unitsPerEm;
  return { sx: size, sy: size, dx: ((cellWidth ?? target) - size * unitsPerEm) / 2, dy: 0 };
}

/** Joins the glyphs of `parts` in one font. `cell` is the width of a terminal cell in units; undefined on pages. */
function mergeParts(parts: readonly FontPart[], cell: number | undefined, ascent: number, descent: number): Uint8Array {
  const [first] = parts;
  if (!first) throw new Error('A font needs a character.');
  const outlines: (readonly Contour[])[] = [[]];
  const advances: number[] = [Math.round(cell ?? UNITS_PER_EM)];
  const glyphs = new Map<number, number>();
  for (const part of parts) {
    const read = createGlyphReader(part.tables);
    const { unitsPerEm, advance } = readMetrics(part.tables);
    for (const [code, glyph] of readCmap(part.tables)) {
      const contours = readContours(read, glyph);
      const box = boundingBoxOf(contours) ?? { left: 0, bottom: 0, right: unitsPerEm, top: unitsPerEm };
      const cellWidth = cell === undefined ? undefined : textWidth(String.fromCodePoint(code)) * cell;
      const target = { cellWidth, ascent, descent, unitsPerEm: UNITS_PER_EM };
      const placed = transformContours(contours, part.fit({ code, box, advance: advance(code), unitsPerEm }, target));
      glyphs.set(code, outlines.length);
      outlines.push(part.connectsRows?.(code) ? overlapRows(placed, { below: 1 - descent, above: ascent - 1 }) : placed);
      advances.push(Math.round(cellWidth ?? advance(code) * UNITS_PER_EM));
    }
  }
  return assembleFont({
    base: first.tables,
    unitsPerEm: UNITS_PER_EM,
    outlines,
    advances,
    maxAdvance: Math.max(...advances),
    ascent: Math.round(ascent),
    descent: Math.round(descent),
    tables: new Map([['cmap', writeCmap(glyphs)]]),
  });
}
