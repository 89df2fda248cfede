/**
 * Cuts a layered colour font (COLR version 0) down to a few emoji and fits them to a terminal cell.
 * Written here because the wasm subsetter is built without colour support and drops the layers.
 */
import { readLigatures, writeLigatures, type Ligature } from './ligatures.ts';
import { createGlyphReader, shiftGlyph, writeHmtx, writeLineMetrics, writeGlyphTables, type CellMetrics } from './glyphTables.ts';
import { readCmap, readTables, requireTable, toDataView, writeCmap, writeFont, type Tables } from './sfnt.ts';

interface Layer {
  readonly glyph: number;
  readonly colour: number;
}

/** A colour font, taken apart. */
export interface ColourFont {
  readonly tables: Tables;
  /** Units to the em. */
  readonly unitsPerEm: number;
  readonly readGlyph: (glyph: number) => Uint8Array;
  /** The layers of an emoji, from below; undefined where the font has no picture for it. */
  readonly layersOf: (cluster: string) => readonly Layer[] | undefined;
  /** A colour as #rrggbb with its opacity; undefined for the colour of the text. */
  readonly colourOf: (index: number) => { readonly hex: string; readonly opacity: number } | undefined;
  /** Every emoji it has, sequences included, without U+FE0F. */
  readonly emoji: readonly string[];
}

/** Palette index that means "the text colour" and so has no palette entry. */
const FOREGROUND_COLOUR_INDEX = 0xffff;
const VARIATION_SELECTOR_16 = 0xfe0f;
const ALL_VARIATION_SELECTORS_16 = /\ufe0f/gu;
/** Red, green and blue of a colour that counts as ink are all below this. */
const DARK_CHANNEL_LIMIT = 0x50;
/** Emoji that are black because they mean it. */
const BLACK_BY_DESIGN = /^[▪◼◾⚫⬛🖤]/u;

export function readColourFont(font: Uint8Array): ColourFont {
  const tables = readTables(font);
  const cmap = readCmap(tables);
  const glyphs = new Map([...cmap].map(([code, glyph]) => [String.fromCodePoint(code), glyph]));
  const codes = new Map([...cmap].map(([code, glyph]) => [glyph, code]));
  for (const { components, glyph } of readLigatures(tables)) {
    const text = String.fromCodePoint(...components.map((part) => codes.get(part) ?? 0));
    glyphs.set(text.replaceAll(ALL_VARIATION_SELECTORS_16, ''), glyph);
  }
  const layers = readLayers(tables);
  const palette = toDataView(requireTable(tables, 'CPAL'));
  const record = palette.getUint32(8) + 4 * palette.getUint16(12);
  const isDark = ({ colour }: Layer): boolean =>
    [0, 1, 2].every((channel) => palette.getUint8(record + 4 * colour + channel) < DARK_CHANNEL_LIMIT);
  // A tick that is drawn in black ink would not be seen on a dark stage; in the colour of the text it is, on any.
  const withVisibleInk = (cluster: string, drawn: readonly Layer[] | undefined): readonly Layer[] | undefined =>
    drawn && !BLACK_BY_DESIGN.test(cluster) && drawn.every(isDark)
      ? drawn.map(({ glyph }) => ({ glyph, colour: FOREGROUND_COLOUR_INDEX }))
      : drawn;
  return {
    tables,
    unitsPerEm: toDataView(requireTable(tables, 'head')).getUint16(18),
    readGlyph: createGlyphReader(tables),
    layersOf: (cluster) => withVisibleInk(cluster, layers.get(glyphs.get(cluster.replaceAll(ALL_VARIATION_SELECTORS_16, '')) ?? -1)),
    colourOf: (index) => {
      if (index === FOREGROUND_COLOUR_INDEX) return undefined;
      const [blue = 0, green = 0, red = 0, alpha = 0] = [0, 1, 2, 3].map((channel) => palette.getUint8(record + 4 * index + channel));
      return { hex: `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`, opacity: alpha / 255 };
    },
    emoji: [...glyphs].filter(([, glyph]) => layers.has(glyph)).map(([text]) => text),
  };
}

function readLayers(tables: Tables): ReadonlyMap<number, readonly Layer[]> {
  const colr = toDataView(requireTable(tables, 'COLR'));
  if (colr.getUint16(0) !== 0) throw new Error('Only COLR version 0 works in every browser.');
  const bases = Array.from({ length: colr.getUint16(2) }, (_, index) => colr.getUint32(4) + 6 * index);
  return new Map(
    bases.map((base) => {
      const first = colr.getUint32(8) + 4 * colr.getUint16(base + 2);
      const layers = Array.from({ length: colr.getUint16(base + 4) }, (_, each) => ({
        glyph: colr.getUint16(first + 4 * each),
        colour: colr.getUint16(first + 4 * each + 2),
      }));
      return [colr.getUint16(base), layers];
    }),
  );
}

/** A glyph that a sequence is made of: a code point, with U+FE0F behind it or not. */
interface SequencePart {
  readonly code: number;
  readonly hasVariationSelector: boolean;
}

function sequenceParts(cluster: string): readonly SequencePart[] {
  const codes = Array.from(cluster, (char) => char.codePointAt(0)!);
  return codes.flatMap((code, index) =>
    code === VARIATION_SELECTOR_16 && index > 0 ? [] : [{ code, hasVariationSelector: codes[index + 1] === VARIATION_SELECTOR_16 }],
  );
}

/** What a code point shows that is written as text unless U+FE0F follows: drawn in one cell, where it is part of a sequence. */
const TEXT_PRESENTATION_BY_DEFAULT = /^(?!\p{Emoji_Presentation})\p{Extended_Pictographic}$/u;

/** A font of exactly `clusters`, each in two cells. @throws Error for one that `font` has no picture for */
export function subsetColourFont(font: Uint8Array, clusters: readonly string[], cell: CellMetrics): Uint8Array {
  const source = readColourFont(font);
  const advance = Math.round(cell.advance * source.unitsPerEm);
  const bases: { readonly layers: readonly Layer[]; readonly advance: number }[] = [];
  const glyphByCode = new Map<number, number>();
  const glyphByCodeWithSelector = new Map<number, number>();
  const ligatures: Ligature[] = [];
  const addBase = (layers: readonly Layer[], width = advance): number => bases.push({ layers, advance: width });
  const partGlyph = (part: SequencePart, isAlone: boolean): number => {
    const map = part.hasVariationSelector ? glyphByCodeWithSelector : glyphByCode;
    const char = String.fromCodePoint(part.code);
    const layers = source.layersOf(char);
    const isOneCell = !isAlone && !part.hasVariationSelector && TEXT_PRESENTATION_BY_DEFAULT.test(char);
    if (!map.has(part.code)) map.set(part.code, layers ? addBase(layers, isOneCell ? advance / 2 : advance) : addBase([], 0));
    return map.get(part.code)!;
  };
  for (const cluster of clusters) {
    const layers = source.layersOf(cluster);
    if (!layers) throw new Error(`The emoji font has no ${cluster}.`);
    const parts = sequenceParts(cluster);
    const glyphs = parts.map((part) => partGlyph(part, parts.length === 1));
    if (glyphs.length > 1) ligatures.push({ components: glyphs, glyph: addBase(layers) });
  }

  if (glyphByCodeWithSelector.size > 0) partGlyph({ code: VARIATION_SELECTOR_16, hasVariationSelector: false }, false);

  // Glyph order: .notdef, the (empty) base glyph of each emoji and part, then every layer once for each width.
  const layerIds = new Map<string, number>();
  const colours = new Map<number, number>();
  const glyphs: Uint8Array[] = Array.from({ length: bases.length + 1 }, () => new Uint8Array());
  for (const base of bases) {
    for (const layer of base.layers) {
      const key = `${layer.glyph} ${base.advance}`;
      if (!layerIds.has(key)) {
        layerIds.set(key, glyphs.length);
        glyphs.push(shiftGlyph(source.readGlyph(layer.glyph), Math.round((base.advance - source.unitsPerEm) / 2)));
      }
      if (layer.colour !== FOREGROUND_COLOUR_INDEX && !colours.has(layer.colour)) colours.set(layer.colour, colours.size);
    }
  }
  const layers = bases.map((base) =>
    base.layers.map(({ glyph, colour }) => ({
      glyph: layerIds.get(`${glyph} ${base.advance}`) ?? 0,
      colour: colours.get(colour) ?? FOREGROUND_COLOUR_INDEX,
    })),
  );

  const tables: Tables = new Map();
  for (const tag of ['OS/2', 'head', 'hhea', 'maxp', 'name']) tables.set(tag, Uint8Array.from(requireTable(source.tables, tag)));
  tables.set('cmap', writeCmap(glyphByCode, glyphByCodeWithSelector));
  tables.set('COLR', writeColr(layers));
  tables.set('CPAL', writeCpal(requireTable(source.tables, 'CPAL'), [...colours.keys()]));
  if (ligatures.length > 0) tables.set('GSUB', writeLigatures(ligatures));
  tables.set(
    'hmtx',
    writeHmtx(glyphs, (glyph) => bases[glyph - 1]?.advance ?? advance),
  );
  tables.set('post', new Uint8Array(32));
  toDataView(requireTable(tables, 'post')).setUint32(0, 0x00030000);
  writeGlyphTables(tables, glyphs);
  writeLineMetrics(
    tables,
    glyphs.length,
    advance,
    Math.round(cell.ascent * source.unitsPerEm),
    Math.round(cell.descent * source.unitsPerEm),
  );
  return writeFont(tables);
}

/** Glyphs without layers, as those of joiners, are left out. */
function writeColr(glyphs: readonly (readonly Layer[])[]): Uint8Array {
  const bases = glyphs.flatMap((layers, index) => (layers.length > 0 ? [{ glyph: index + 1, layers }] : []));
  const all = bases.flatMap(({ layers }) => layers);
  const bytes = new Uint8Array(14 + 6 * bases.length + 4 * all.length);
  const data = toDataView(bytes);
  data.setUint16(2, bases.length);
  data.setUint32(4, 14);
  data.setUint32(8, 14 + 6 * bases.length);
  data.setUint16(12, all.length);
  let first = 0;
  bases.forEach(({ glyph, layers }, i) => {
    data.setUint16(14 + 6 * i, glyph);
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
  const palette = toDataView(source);
  const records = palette.getUint32(8) + 4 * palette.getUint16(12);
  const bytes = new Uint8Array(14 + 4 * colours.length);
  const data = toDataView(bytes);
  data.setUint16(2, colours.length);
  data.setUint16(4, 1);
  data.setUint16(6, colours.length);
  data.setUint32(8, 14);
  colours.forEach((colour, i) => data.setUint32(14 + 4 * i, palette.getUint32(records + 4 * colour)));
  return bytes;
}
