/**
 * Cuts a layered colour font (COLR version 0) down to a few emoji and fits them to a terminal cell.
 * Written here because the wasm subsetter is built without colour support and drops the layers.
 */
import { readCmap, readTables, table, view, writeCmap, writeFont } from './sfnt';
import type { Tables } from './sfnt';

export interface Cell {
  /** All in em: the advance of one emoji, and the line it must not make taller. */
  advance: number;
  ascent: number;
  descent: number;
}

interface Layer {
  glyph: number;
  colour: number;
}

/** Palette index that means "the text colour" and so has no palette entry. */
const FOREGROUND = 0xffff;

export function subsetColour(font: Uint8Array, codePoints: readonly number[], cell: Cell): Uint8Array {
  const source = readTables(font);
  const cmap = readCmap(source);
  const bases = codePoints.map((code) => {
    const glyph = cmap.get(code);
    if (glyph === undefined) throw new Error(`The emoji font has no U+${code.toString(16)}.`);
    return { code, layers: readLayers(source, glyph) };
  });

  const units = view(table(source, 'head')).getUint16(18);
  const advance = Math.round(cell.advance * units);
  const shift = Math.round((advance - units) / 2);
  const readGlyph = glyphReader(source);

  // Glyph order: .notdef, the (empty) base glyph of each emoji, then every layer once.
  const layerIds = new Map<number, number>();
  const colours = new Map<number, number>();
  const glyphs: Uint8Array[] = Array.from({ length: bases.length + 1 }, () => new Uint8Array());
  for (const layer of bases.flatMap((base) => base.layers)) {
    if (!layerIds.has(layer.glyph)) {
      layerIds.set(layer.glyph, glyphs.length);
      glyphs.push(shiftGlyph(readGlyph(layer.glyph), shift));
    }
    if (layer.colour !== FOREGROUND && !colours.has(layer.colour)) colours.set(layer.colour, colours.size);
  }
  const layers = bases.map((base) =>
    base.layers.map(({ glyph, colour }) => ({
      glyph: layerIds.get(glyph) ?? 0,
      colour: colours.get(colour) ?? FOREGROUND,
    })),
  );

  const tables: Tables = new Map();
  for (const tag of ['OS/2', 'head', 'hhea', 'maxp', 'name']) tables.set(tag, table(source, tag).slice());
  tables.set('cmap', writeCmap(new Map(bases.map((base, i) => [base.code, i + 1]))));
  tables.set('COLR', writeColr(layers));
  tables.set('CPAL', writeCpal(table(source, 'CPAL'), [...colours.keys()]));
  tables.set('hmtx', writeHmtx(glyphs, advance));
  tables.set('post', new Uint8Array(32));
  view(table(tables, 'post')).setUint32(0, 0x00030000);
  writeOutlines(tables, glyphs);
  writeLine(tables, glyphs.length, advance, Math.round(cell.ascent * units), Math.round(cell.descent * units));
  return writeFont(tables);
}

function readLayers(source: Tables, glyph: number): Layer[] {
  const colr = view(table(source, 'COLR'));
  if (colr.getUint16(0) !== 0) throw new Error('Only COLR version 0 works in every browser.');
  const bases = colr.getUint32(4);
  for (let i = 0; i < colr.getUint16(2); i++) {
    const base = bases + 6 * i;
    if (colr.getUint16(base) !== glyph) continue;
    const first = colr.getUint32(8) + 4 * colr.getUint16(base + 2);
    return Array.from({ length: colr.getUint16(base + 4) }, (_, l) => ({
      glyph: colr.getUint16(first + 4 * l),
      colour: colr.getUint16(first + 4 * l + 2),
    }));
  }
  throw new Error(`Glyph ${glyph} has no colour layers.`);
}

function glyphReader(source: Tables): (glyph: number) => Uint8Array {
  const loca = view(table(source, 'loca'));
  const glyf = table(source, 'glyf');
  const long = view(table(source, 'head')).getInt16(50) === 1;
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
function shiftGlyph(glyph: Uint8Array, dx: number): Uint8Array {
  if (glyph.length === 0) return glyph;
  const data = view(glyph);
  const contours = data.getInt16(0);
  if (contours < 0) throw new Error('Composite glyphs are not expected in a layered emoji font.');
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
  const out = view(moved);
  out.setInt16(head + points, x + dx);
  for (const edge of [2, 6]) out.setInt16(edge, data.getInt16(edge) + dx);
  return moved;
}

function writeColr(bases: readonly Layer[][]): Uint8Array {
  const all = bases.flat();
  const bytes = new Uint8Array(14 + 6 * bases.length + 4 * all.length);
  const data = view(bytes);
  data.setUint16(2, bases.length);
  data.setUint32(4, 14);
  data.setUint32(8, 14 + 6 * bases.length);
  data.setUint16(12, all.length);
  let first = 0;
  bases.forEach((layers, i) => {
    data.setUint16(14 + 6 * i, i + 1);
    data.setUint16(16 + 6 * i, first);
    data.setUint16(18 + 6 * i, layers.length);
    first += layers.length;
  });
  all.forEach(({ glyph, colour }, i) => {
    data.setUint16(14 + 6 * bases.length + 4 * i, glyph);
    data.setUint16(16 + 6 * bases.length + 4 * i, colour);
  });
  return bytes;
}

function writeCpal(source: Uint8Array, colours: readonly number[]): Uint8Array {
  const palette = view(source);
  const records = palette.getUint32(8) + 4 * palette.getUint16(12);
  const bytes = new Uint8Array(14 + 4 * colours.length);
  const data = view(bytes);
  data.setUint16(2, colours.length);
  data.setUint16(4, 1);
  data.setUint16(6, colours.length);
  data.setUint32(8, 14);
  colours.forEach((colour, i) => data.setUint32(14 + 4 * i, palette.getUint32(records + 4 * colour)));
  return bytes;
}

function writeHmtx(glyphs: readonly Uint8Array[], advance: number): Uint8Array {
  const bytes = new Uint8Array(4 * glyphs.length);
  const data = view(bytes);
  glyphs.forEach((glyph, i) => {
    data.setUint16(4 * i, advance);
    data.setInt16(4 * i + 2, glyph.length === 0 ? 0 : view(glyph).getInt16(2));
  });
  return bytes;
}

/** glyf and loca (long offsets), and the font-wide bounds that go with them. */
function writeOutlines(tables: Tables, glyphs: readonly Uint8Array[]): void {
  const padded = glyphs.map((glyph) => (glyph.length + 3) & ~3);
  const glyf = new Uint8Array(padded.reduce((sum, length) => sum + length, 0));
  const loca = new Uint8Array(4 * (glyphs.length + 1));
  const head = view(table(tables, 'head'));
  let offset = 0;
  glyphs.forEach((glyph, i) => {
    glyf.set(glyph, offset);
    offset += padded[i] ?? 0;
    view(loca).setUint32(4 * (i + 1), offset);
  });
  const drawn = glyphs.filter((glyph) => glyph.length > 0).map(view);
  [Math.min, Math.min, Math.max, Math.max].forEach((pick, edge) => {
    head.setInt16(36 + 2 * edge, pick(...drawn.map((glyph) => glyph.getInt16(2 + 2 * edge))));
  });
  head.setInt16(50, 1);
  tables.set('glyf', glyf);
  tables.set('loca', loca);
}

/** Counts, and line metrics copied from the terminal face so that an emoji never moves a line. */
function writeLine(tables: Tables, count: number, advance: number, ascent: number, descent: number): void {
  view(table(tables, 'maxp')).setUint16(4, count);
  const head = view(table(tables, 'head'));
  const hhea = view(table(tables, 'hhea'));
  hhea.setInt16(4, ascent);
  hhea.setInt16(6, -descent);
  hhea.setInt16(8, 0);
  hhea.setUint16(10, advance);
  hhea.setInt16(12, head.getInt16(36));
  hhea.setInt16(14, advance - head.getInt16(40));
  hhea.setInt16(16, head.getInt16(40));
  hhea.setUint16(34, count);
  const os2 = view(table(tables, 'OS/2'));
  os2.setInt16(68, ascent);
  os2.setInt16(70, -descent);
  os2.setInt16(72, 0);
  os2.setUint16(74, ascent);
  os2.setUint16(76, descent);
}
