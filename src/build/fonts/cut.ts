import path from 'node:path';
import { ROOT } from '../page/root.ts';
import { sliceOf, type Family } from './coverage.ts';
import type { StoryFace } from './faces.ts';
import { sliceFile } from './noto.ts';
import { glyphReader, shiftGlyph, writeHmtx, writeLine, writeOutlines, type Cell } from './outlines.ts';
import { readCmap, readMetrics, readTables, table, view, writeCmap, writeFont, type Tables } from './sfnt.ts';
import { convert, LICENCE_NAMES, readFont, subsetFont } from './subset.ts';

/** The bundled face a story's own stands beside: its line must not change. */
const NEIGHBOUR: Readonly<Record<Family, string>> = { 'Understudy Mono': 'mono-400', 'Understudy Sans': 'sans' };

/** How much larger than drawn the characters are in the terminal, whose Latin letters are wide and tall. */
const MONO_SCALE = 1.04;

/**
 * Cuts a face from the slices of Noto Sans TC and joins them into one font. In the terminal's face every character is
 * centred in two cells.
 */
export async function cutFace({ family, weight, characters }: StoryFace): Promise<Uint8Array> {
  const parts = await Promise.all(
    [...bySlice(characters, family)].map(async ([slice, part]) =>
      readTables(
        await subsetFont(await readFont(sliceFile(slice)), part, { targetFormat: 'sfnt', keepFeatures: [], preserveNameIds: LICENCE_NAMES, variationAxes: { wght: weight } }),
      ),
    ),
  );
  return convert(join(parts, await cellOf(family), family === 'Understudy Mono' ? MONO_SCALE : 1), 'woff2');
}

function bySlice(characters: string, family: Family): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const char of characters) {
    const slice = sliceOf(char, family);
    if (slice === undefined) throw new Error(`No font to cut has ${char}.`);
    groups.set(slice, (groups.get(slice) ?? '') + char);
  }
  return groups;
}

async function cellOf(family: Family): Promise<Cell> {
  const { advance, ascent, descent } = readMetrics(readTables(await readFont(path.join(ROOT, `src/fonts/${NEIGHBOUR[family]}.woff2`))));
  return { advance: family === 'Understudy Mono' ? 2 * advance(0x30) : 1, ascent, descent };
}

/** One font of the glyphs of `parts`, `scale` times as large, each centred in the cell's advance. */
function join(parts: readonly Tables[], cell: Cell, scale: number): Uint8Array {
  const [first] = parts;
  if (!first) throw new Error('A font needs a character.');
  const tables: Tables = new Map(['OS/2', 'head', 'hhea', 'maxp', 'name'].map((tag) => [tag, table(first, tag).slice()]));
  const drawn = view(table(first, 'head')).getUint16(18);
  // Fewer units to the em make the same outlines larger.
  const units = Math.round(drawn / scale);
  view(table(tables, 'head')).setUint16(18, units);
  const advance = Math.round(cell.advance * units);

  const glyphs: Uint8Array[] = [new Uint8Array()];
  const codes = new Map<number, number>();
  for (const part of parts) {
    const read = glyphReader(part);
    for (const [code, glyph] of readCmap(part)) {
      codes.set(code, glyphs.length);
      glyphs.push(shiftGlyph(read(glyph), Math.round((advance - drawn) / 2)));
    }
  }
  tables.set('cmap', writeCmap(codes));
  tables.set('hmtx', writeHmtx(glyphs, advance));
  tables.set('post', new Uint8Array(32));
  view(table(tables, 'post')).setUint32(0, 0x00030000);
  writeOutlines(tables, glyphs);
  writeLine(tables, glyphs.length, advance, Math.round(cell.ascent * units), Math.round(cell.descent * units));
  widest(table(tables, 'maxp'), parts);
  return writeFont(tables);
}

/** The limits a rasterizer is told to expect: the highest of all parts. */
function widest(maxp: Uint8Array, parts: readonly Tables[]): void {
  for (let at = 6; at < maxp.length; at += 2) view(maxp).setUint16(at, Math.max(...parts.map((part) => view(table(part, 'maxp')).getUint16(at))));
}
