/** Reads glyphs from a TrueType font, and assembles a font from glyphs. */
import { uint16, uint32 } from './bytes.ts';
import { boundingBoxOf, encodeGlyph, type Contour } from './contours.ts';
import { requireTable, toDataView, writeFont, type Tables } from './sfnt.ts';

/** Returns a function that reads the outline of a glyph by its number. */
export function createGlyphReader(source: Tables): (glyph: number) => Uint8Array {
  const loca = toDataView(requireTable(source, 'loca'));
  const glyf = requireTable(source, 'glyf');
  const isLong = toDataView(requireTable(source, 'head')).getInt16(50) === 1;
  const offset = (i: number): number => (isLong ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  return (glyph) => glyf.slice(offset(glyph), offset(glyph + 1));
}

/** Sets glyf and loca, and the bounds of all glyphs in head. */
export function writeGlyphTables(tables: Tables, glyphs: readonly Uint8Array[]): void {
  const padded = glyphs.map((glyph) => Buffer.concat([glyph], Math.ceil(glyph.length / 4) * 4));
  let offset = 0;
  tables.set('glyf', new Uint8Array(Buffer.concat(padded)));
  tables.set('loca', Uint8Array.from(uint32([0, ...padded.map(({ length }) => (offset += length))])));
  const head = toDataView(requireTable(tables, 'head'));
  const drawn = glyphs.filter((glyph) => glyph.length > 0).map(toDataView);
  [Math.min, Math.min, Math.max, Math.max].forEach((pick, edge) => {
    head.setInt16(36 + 2 * edge, pick(...drawn.map((glyph) => glyph.getInt16(2 + 2 * edge))));
  });
  head.setInt16(50, 1);
}

/** A font to be written. Lengths are in its units. */
export interface FontContent {
  /** The font to copy names and all other tables from. */
  readonly base: Tables;
  readonly unitsPerEm: number;
  /** By glyph number, from .notdef on. */
  readonly outlines: readonly (readonly Contour[])[];
  readonly advances: readonly number[];
  readonly maxAdvance: number;
  readonly ascent: number;
  readonly descent: number;
  /** `cmap` and optional tables. */
  readonly tables: Tables;
}

/** Returns a font without hinting. */
export function assembleFont({
  base,
  unitsPerEm,
  outlines,
  advances,
  maxAdvance,
  ascent,
  descent,
  tables: extra,
}: FontContent): Uint8Array {
  const tables: Tables = new Map(['OS/2', 'head', 'hhea', 'maxp', 'name'].map((tag) => [tag, Uint8Array.from(requireTable(base, tag))]));
  for (const [tag, table] of extra) tables.set(tag, table);
  writeGlyphTables(tables, outlines.map(encodeGlyph));
  tables.set(
    'hmtx',
    Uint8Array.from(uint16(outlines.flatMap((contours, glyph) => [advances[glyph]!, boundingBoxOf(contours)?.left ?? 0]))),
  );
  // Version 3: without glyph names.
  tables.set('post', Uint8Array.from([...uint32([0x00030000]), ...new Uint8Array(28)]));
  const set = (tag: string, values: Readonly<Record<number, number>>): void => {
    const data = toDataView(requireTable(tables, tag));
    for (const [offset, value] of Object.entries(values)) data.setUint16(Number(offset), value);
  };
  const head = toDataView(requireTable(tables, 'head'));
  const [left, right] = [head.getInt16(36), head.getInt16(40)];
  set('head', { 18: unitsPerEm });
  set('hhea', { 4: ascent, 6: -descent, 8: 0, 10: maxAdvance, 12: left, 14: maxAdvance - right, 16: right, 34: outlines.length });
  set('OS/2', { 68: ascent, 70: -descent, 72: 0, 74: ascent, 76: descent });
  const pointCounts = outlines.map((contours) => contours.flat().length);
  const contourCounts = outlines.map(({ length }) => length);
  // Glyphs, points and contours of the largest glyph; no composite glyphs, no instructions, one zone.
  const limits = [outlines.length, Math.max(...pointCounts), Math.max(...contourCounts), 0, 0, 1];
  const maxp = requireTable(tables, 'maxp');
  maxp.fill(0, 4).set(uint16(limits), 4);
  return writeFont(tables);
}
