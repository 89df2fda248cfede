/** Glyphs as a TrueType font stores them: read, moved sideways, put back with the metrics of one terminal line. */
import { requireTable, toDataView } from './sfnt.ts';
import type { Tables } from './sfnt.ts';

export interface CellMetrics {
  /** All in em: the advance of one glyph, and the line it must not make taller. */
  advance: number;
  ascent: number;
  descent: number;
}

/** The outline of a glyph by its number. */
export function createGlyphReader(source: Tables): (glyph: number) => Uint8Array {
  const loca = toDataView(requireTable(source, 'loca'));
  const glyf = requireTable(source, 'glyf');
  const long = toDataView(requireTable(source, 'head')).getInt16(50) === 1;
  const offset = (i: number): number => (long ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  return (glyph) => glyf.slice(offset(glyph), offset(glyph + 1));
}

const REPEAT = 0x08;
const X_SHORT = 0x02;
const X_SAME_OR_POSITIVE = 0x10;

/**
 * Moves an outline sideways, to centre it in its wider advance. Points are stored as differences,
 * so only the first one changes; a side bearing alone would leave it to the rasterizer.
 */
export function shiftGlyph(glyph: Uint8Array, dx: number): Uint8Array {
  if (glyph.length === 0) return glyph;
  const data = toDataView(glyph);
  const contours = data.getInt16(0);
  if (contours < 0) throw new Error('Composite glyphs are not expected in these fonts.');
  const instructions = 10 + 2 * contours;
  const points = data.getUint16(instructions - 2) + 1;

  let at = instructions + 2 + data.getUint16(instructions);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = data.getUint8(at++);
    const times = flag & REPEAT ? data.getUint8(at++) + 1 : 1;
    for (let i = 0; i < times; i++) flags.push(flag & ~REPEAT);
  }
  const first = flags[0] ?? 0;
  let x = 0;
  if (first & X_SHORT) x = data.getUint8(at++) * (first & X_SAME_OR_POSITIVE ? 1 : -1);
  else if (!(first & X_SAME_OR_POSITIVE)) {
    x = data.getInt16(at);
    at += 2;
  }
  flags[0] = first & ~(X_SHORT | X_SAME_OR_POSITIVE);

  const head = instructions + 2;
  const moved = new Uint8Array(head + points + 2 + (glyph.length - at));
  moved.set(glyph.subarray(0, instructions));
  moved.set(flags, head);
  moved.set(glyph.subarray(at), head + points + 2);
  const out = toDataView(moved);
  out.setInt16(head + points, x + dx);
  for (const edge of [2, 6]) out.setInt16(edge, data.getInt16(edge) + dx);
  return moved;
}

/** Advances and side bearings. */
export function writeHmtx(glyphs: readonly Uint8Array[], advanceOf: (glyph: number) => number): Uint8Array {
  const bytes = new Uint8Array(4 * glyphs.length);
  const data = toDataView(bytes);
  glyphs.forEach((glyph, i) => {
    data.setUint16(4 * i, advanceOf(i));
    data.setInt16(4 * i + 2, glyph.length === 0 ? 0 : toDataView(glyph).getInt16(2));
  });
  return bytes;
}

/** glyf and loca (long offsets), and the font-wide bounds that go with them. */
export function writeGlyphTables(tables: Tables, glyphs: readonly Uint8Array[]): void {
  const padded = glyphs.map((glyph) => (glyph.length + 3) & ~3);
  const glyf = new Uint8Array(padded.reduce((sum, length) => sum + length, 0));
  const loca = new Uint8Array(4 * (glyphs.length + 1));
  const head = toDataView(requireTable(tables, 'head'));
  let offset = 0;
  glyphs.forEach((glyph, i) => {
    glyf.set(glyph, offset);
    offset += padded[i] ?? 0;
    toDataView(loca).setUint32(4 * (i + 1), offset);
  });
  const drawn = glyphs.filter((glyph) => glyph.length > 0).map(toDataView);
  [Math.min, Math.min, Math.max, Math.max].forEach((pick, edge) => {
    head.setInt16(36 + 2 * edge, pick(...drawn.map((glyph) => glyph.getInt16(2 + 2 * edge))));
  });
  head.setInt16(50, 1);
  tables.set('glyf', glyf);
  tables.set('loca', loca);
}

/** Counts, and line metrics copied from the terminal face so that a glyph never moves a line. */
export function writeLineMetrics(tables: Tables, count: number, advance: number, ascent: number, descent: number): void {
  toDataView(requireTable(tables, 'maxp')).setUint16(4, count);
  const head = toDataView(requireTable(tables, 'head'));
  const hhea = toDataView(requireTable(tables, 'hhea'));
  hhea.setInt16(4, ascent);
  hhea.setInt16(6, -descent);
  hhea.setInt16(8, 0);
  hhea.setUint16(10, advance);
  hhea.setInt16(12, head.getInt16(36));
  hhea.setInt16(14, advance - head.getInt16(40));
  hhea.setInt16(16, head.getInt16(40));
  hhea.setUint16(34, count);
  const os2 = toDataView(requireTable(tables, 'OS/2'));
  os2.setInt16(68, ascent);
  os2.setInt16(70, -descent);
  os2.setInt16(72, 0);
  os2.setUint16(74, ascent);
  os2.setUint16(76, descent);
}
