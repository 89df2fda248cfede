/**
 * Cuts a layered colour font (COLR version 0) down to a few emoji and fits them to a terminal cell.
 * Written here because the wasm subsetter is built without colour support and drops the layers.
 */
import { glyphReader, shiftGlyph, writeHmtx, writeLine, writeOutlines, type Cell } from '../../src/build/fonts/outlines';
import { readCmap, readTables, table, view, writeCmap, writeFont, type Tables } from '../../src/build/fonts/sfnt';

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
