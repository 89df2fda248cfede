import { createRequire } from 'node:module';
import path from 'node:path';
import { textWidth } from '../core/terminal/width.ts';
import { ROOT } from '../project/root.ts';
import { subsetColour } from './colourFont.ts';
import { boxOf, contoursOf, encodeGlyph, transformed, type Contour } from './contours.ts';
import { EMOJI_FAMILY, sourceOf, type Family } from './coverage.ts';
import { DONORS, type Donor, type DonorName, type Drawn, type Target } from './sourceFonts.ts';
import type { StoryFace } from './listStoryFonts.ts';
import { sliceFile } from './notoSansTc.ts';
import { glyphReader, writeHmtx, writeLine, writeOutlines } from './glyphTables.ts';
import { readCmap, readMetrics, readTables, table, view, writeCmap, writeFont, type Tables } from './sfnt.ts';
import { convert, LICENCE_NAMES, readFont, subsetFont } from './subsetFont.ts';

const require = createRequire(import.meta.url);

/** The bundled face a story's own stands beside: its line must not change. */
const NEIGHBOUR: Readonly<Record<StoryFace['family'], string>> = {
  'Understudy Mono': 'mono-400',
  'Understudy Sans': 'sans',
  [EMOJI_FAMILY]: 'mono-400',
};

/** How much larger than drawn the ideographs are in the terminal, whose Latin letters are wide and tall. */
const MONO_SCALE = 1.04;

/** Units to the em of every font that is made. */
const UNITS = 2048;

/** A part of a face: what one font gives to it. */
interface Part extends Pick<Donor, 'fit' | 'isJoined'> {
  readonly tables: Tables;
}

/** How far box drawing of the bundled faces reaches below and above its row, in units: see tools/fonts/extendBoxDrawing.ts. */
const REACH = { below: -620, above: 2030 } as const;

/**
 * Cuts a face from the fonts that have its characters and joins them into one. In the terminal's face every character fills
 * its cells, or is centred in them.
 */
export async function cutFace({ family, weight, characters, shaped = false }: StoryFace): Promise<Uint8Array> {
  if (shaped && weight !== 'all')
    return subsetFont(await readFont(DONORS.script.file(weight)), characters.join(''), {
      targetFormat: 'woff2',
      preserveNameIds: LICENCE_NAMES,
    });
  const neighbour = readMetrics(readTables(await readFont(path.join(ROOT, `src/fonts/${NEIGHBOUR[family]}.woff2`))));
  if (family === EMOJI_FAMILY || weight === 'all') {
    const { ascent, descent } = neighbour;
    return convert(subsetColour(await emojiFont(), characters, { advance: 2 * neighbour.advance(0x30), ascent, descent }), 'woff2');
  }
  const parts = await Promise.all([...bySource(characters, family)].map(async ([source, chars]) => partOf(source, chars, family, weight)));
  const cell = family === 'Understudy Mono' ? neighbour.advance(0x30) * UNITS : undefined;
  return convert(join(parts, cell, neighbour.ascent * UNITS, neighbour.descent * UNITS), 'woff2');
}

/** Twemoji, unpacked. */
export function emojiFont(): Promise<Uint8Array> {
  return readFont(require.resolve('twemoji-colr-font/twemoji.woff2'));
}

function bySource(characters: readonly string[], family: Family): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const char of characters) {
    const source = sourceOf(char, family);
    if (source === undefined) throw new Error(`No font to cut has ${char}.`);
    groups.set(source, (groups.get(source) ?? '') + char);
  }
  return groups;
}

async function partOf(source: string, characters: string, family: Family, weight: 400 | 700): Promise<Part> {
  const options = { targetFormat: 'sfnt', keepFeatures: [] as string[], preserveNameIds: LICENCE_NAMES } as const;
  const [, slice] = /^slice (.+)$/u.exec(source) ?? [];
  if (slice !== undefined) {
    const tables = readTables(
      await subsetFont(await readFont(sliceFile(slice)), characters, { ...options, variationAxes: { wght: weight } }),
    );
    return { tables, fit: (glyph, target) => ideograph(glyph, target, family === 'Understudy Mono' ? MONO_SCALE : 1) };
  }
  const donor: Donor = DONORS[source as DonorName];
  const axes = donor.axes ? { variationAxes: donor.axes(weight) } : {};
  return {
    tables: readTables(await subsetFont(await readFont(donor.file(weight)), characters, { ...options, ...axes })),
    fit: donor.fit,
    isJoined: donor.isJoined,
  };
}

/** Centred in its cells, as a square of one em that is `scale` times as large as drawn. */
function ideograph({ units }: Drawn, { width, units: target }: Target, scale: number): ReturnType<Donor['fit']> {
  const size = (scale * target) / units;
  return { sx: size, sy: size, dx: ((width ?? target) - size * units) / 2, dy: 0 };
}

/** One font of the glyphs of `parts`. `cell` is the width of a cell in units, on pages undefined. */
function join(parts: readonly Part[], cell: number | undefined, ascent: number, descent: number): Uint8Array {
  const [first] = parts;
  if (!first) throw new Error('A font needs a character.');
  const tables: Tables = new Map(['OS/2', 'head', 'hhea', 'maxp', 'name'].map((tag) => [tag, Uint8Array.from(table(first.tables, tag))]));
  view(table(tables, 'head')).setUint16(18, UNITS);
  const outlines: (readonly Contour[])[] = [[]];
  const advances: number[] = [Math.round(cell ?? UNITS)];
  const codes = new Map<number, number>();
  for (const part of parts) {
    const read = glyphReader(part.tables);
    const { unitsPerEm: units, advance } = readMetrics(part.tables);
    for (const [code, glyph] of readCmap(part.tables)) {
      const contours = contoursOf(read, glyph);
      const box = boxOf(contours) ?? { left: 0, bottom: 0, right: units, top: units };
      const width = cell === undefined ? undefined : textWidth(String.fromCodePoint(code)) * cell;
      codes.set(code, outlines.length);
      const fitted = transformed(
        contours,
        part.fit({ code, box, advance: advance(code), units }, { width, ascent, descent, units: UNITS }),
      );
      outlines.push(
        part.isJoined?.(code)
          ? fitted.map((contour) => contour.map((point) => ({ ...point, y: reaching(point.y, ascent, descent) })))
          : fitted,
      );
      advances.push(Math.round(width ?? advance(code) * UNITS));
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
  view(table(tables, 'post')).setUint32(0, 0x00030000);
  writeOutlines(tables, glyphs);
  writeLine(tables, glyphs.length, widest, Math.round(ascent), Math.round(descent));
  writeLimits(table(tables, 'maxp'), outlines);
  return writeFont(tables);
}

/** A height, further out where it is at an edge of the row. */
function reaching(y: number, ascent: number, descent: number): number {
  if (y <= 1 - descent) return REACH.below;
  return y >= ascent - 1 ? REACH.above : y;
}

/** The limits a rasterizer is told to expect: no composite glyphs, no instructions. */
function writeLimits(maxp: Uint8Array, outlines: readonly (readonly Contour[])[]): void {
  const data = view(maxp);
  for (let at = 6; at < maxp.length; at += 2) data.setUint16(at, 0);
  data.setUint16(6, Math.max(...outlines.map((contours) => contours.flat().length)));
  data.setUint16(8, Math.max(...outlines.map((contours) => contours.length)));
  data.setUint16(14, 1);
}
