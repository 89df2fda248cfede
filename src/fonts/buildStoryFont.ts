import path from 'node:path';
import { textWidth } from '../core/terminal/width.ts';
import { ROOT } from '../project/root.ts';
import { subsetColourFont } from './colourFont.ts';
import { boundingBoxOf, readContours, encodeGlyph, transformContours, type Contour } from './contours.ts';
import { EMOJI_FAMILY, fontSourceOf, type FontFamily } from './coverage.ts';
import { SOURCE_FONTS, type SourceFont, type SourceFontName, type SourceGlyph, type GlyphTarget } from './sourceFonts.ts';
import type { StoryFont } from './listStoryFonts.ts';
import { fontFilePath } from './fontFile.ts';
import { notoSlicePath } from './notoSansTc.ts';
import { createGlyphReader, writeHmtx, writeLineMetrics, writeGlyphTables } from './glyphTables.ts';
import { readCmap, readMetrics, readTables, requireTable, toDataView, writeCmap, writeFont, type Tables } from './sfnt.ts';
import { convertFont, LICENCE_NAME_IDS, readFontFile, subsetFont } from './subsetFont.ts';

/** The bundled face a story's own stands beside: its line must not change. */
const REFERENCE_FONT: Readonly<Record<StoryFont['family'], string>> = {
  'Understudy Mono': 'mono-400',
  'Understudy Sans': 'sans',
  [EMOJI_FAMILY]: 'mono-400',
};

/** How much larger than drawn the ideographs are in the terminal, whose Latin letters are wide and tall. */
const MONO_IDEOGRAPH_SCALE = 1.04;

/** Units to the em of every font that is made. */
const UNITS_PER_EM = 2048;

/** A part of a face: what one font gives to it. */
interface FontPart extends Pick<SourceFont, 'fit' | 'isJoined'> {
  readonly tables: Tables;
}

/** How far box drawing of the bundled faces reaches below and above its row, in units: see tools/fonts/extendBoxDrawing.ts. */
const ROW_OVERLAP = { below: -620, above: 2030 } as const;

/**
 * Cuts a face from the fonts that have its characters and joins them into one. In the terminal's face every character fills
 * its cells, or is centred in them.
 */
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

/** Twemoji, unpacked. */
export function readEmojiFont(): Promise<Uint8Array> {
  return readFontFile(fontFilePath('twemoji-colr-font/twemoji.woff2'));
}

function groupBySource(characters: readonly string[], family: FontFamily): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const char of characters) {
    const source = fontSourceOf(char, family);
    if (source === undefined) throw new Error(`No font to cut has ${char}.`);
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
  const donor: SourceFont = SOURCE_FONTS[source as SourceFontName];
  const axes = donor.axes ? { variationAxes: donor.axes(weight) } : {};
  return {
    tables: readTables(await subsetFont(await readFontFile(donor.file(weight)), characters, { ...options, ...axes })),
    fit: donor.fit,
    isJoined: donor.isJoined,
  };
}

/** Centred in its cells, as a square of one em that is `scale` times as large as drawn. */
function fitIdeograph(
  { unitsPerEm }: SourceGlyph,
  { cellWidth, unitsPerEm: target }: GlyphTarget,
  scale: number,
): ReturnType<SourceFont['fit']> {
  const size = (scale * target) / unitsPerEm;
  return { sx: size, sy: size, dx: ((cellWidth ?? target) - size * unitsPerEm) / 2, dy: 0 };
}

/** One font of the glyphs of `parts`. `cell` is the width of a cell in units, on pages undefined. */
function mergeParts(parts: readonly FontPart[], cell: number | undefined, ascent: number, descent: number): Uint8Array {
  const [first] = parts;
  if (!first) throw new Error('A font needs a character.');
  const tables: Tables = new Map(
    ['OS/2', 'head', 'hhea', 'maxp', 'name'].map((tag) => [tag, Uint8Array.from(requireTable(first.tables, tag))]),
  );
  toDataView(requireTable(tables, 'head')).setUint16(18, UNITS_PER_EM);
  const outlines: (readonly Contour[])[] = [[]];
  const advances: number[] = [Math.round(cell ?? UNITS_PER_EM)];
  const codes = new Map<number, number>();
  for (const part of parts) {
    const read = createGlyphReader(part.tables);
    const { unitsPerEm, advance } = readMetrics(part.tables);
    for (const [code, glyph] of readCmap(part.tables)) {
      const contours = readContours(read, glyph);
      const box = boundingBoxOf(contours) ?? { left: 0, bottom: 0, right: unitsPerEm, top: unitsPerEm };
      const width = cell === undefined ? undefined : textWidth(String.fromCodePoint(code)) * cell;
      codes.set(code, outlines.length);
      const placed = transformContours(
        contours,
        part.fit({ code, box, advance: advance(code), unitsPerEm }, { cellWidth: width, ascent, descent, unitsPerEm: UNITS_PER_EM }),
      );
      outlines.push(
        part.isJoined?.(code)
          ? placed.map((contour) => contour.map((point) => ({ ...point, y: extendToOverlap(point.y, ascent, descent) })))
          : placed,
      );
      advances.push(Math.round(width ?? advance(code) * UNITS_PER_EM));
    }
  }
  const glyphs = outlines.map(encodeGlyph);
  const widest = Math.max(...advances);
  tables.set('cmap', writeCmap(codes));
  tables.set(
    'hmtx',
    writeHmtx(glyphs, (glyph) => advances[glyph] ?? widest),
  );
  tables.set('post', new Uint8Array(32));
  toDataView(requireTable(tables, 'post')).setUint32(0, 0x00030000);
  writeGlyphTables(tables, glyphs);
  writeLineMetrics(tables, glyphs.length, widest, Math.round(ascent), Math.round(descent));
  writeMaxpLimits(requireTable(tables, 'maxp'), outlines);
  return writeFont(tables);
}

/** A height, further out where it is at an edge of the row. */
function extendToOverlap(y: number, ascent: number, descent: number): number {
  if (y <= 1 - descent) return ROW_OVERLAP.below;
  return y >= ascent - 1 ? ROW_OVERLAP.above : y;
}

/** The limits a rasterizer is told to expect: no composite glyphs, no instructions. */
function writeMaxpLimits(maxp: Uint8Array, outlines: readonly (readonly Contour[])[]): void {
  const data = toDataView(maxp);
  for (let at = 6; at < maxp.length; at += 2) data.setUint16(at, 0);
  data.setUint16(6, Math.max(...outlines.map((contours) => contours.flat().length)));
  data.setUint16(8, Math.max(...outlines.map((contours) => contours.length)));
  data.setUint16(14, 1);
}
