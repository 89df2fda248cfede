/**
 * Reads and subsets layered colour fonts (COLR version 0). The subsetter in WebAssembly is built without colour and drops the
 * layers (ADR 035).
 */
import { uint16, uint32 } from './bytes.ts';
import { readContours, transformContours, type Contour } from './contours.ts';
import { assembleFont, createGlyphReader } from './glyphTables.ts';
import { readLigatures, writeLigatures, type Ligature } from './ligatures.ts';
import { readCmap, readTables, requireTable, toDataView, writeCmap, type Tables } from './sfnt.ts';

interface Layer {
  readonly glyph: number;
  readonly colour: number;
}

export interface ColourFont {
  readonly tables: Tables;
  readonly unitsPerEm: number;
  readonly readGlyph: (glyph: number) => Uint8Array;
  /** Returns the layers of an emoji, the lowest first; undefined if the font does not have it. */
  readonly layersOf: (cluster: string) => readonly Layer[] | undefined;
  /** Returns a colour as #rrggbb with its opacity; undefined for the colour of the text. */
  readonly colourOf: (index: number) => { readonly hex: string; readonly opacity: number } | undefined;
  /** All emoji and sequences, without U+FE0F. */
  readonly emoji: readonly string[];
}

/** The palette index that stands for the colour of the text. */
const FOREGROUND_COLOUR_INDEX = 0xffff;
const VARIATION_SELECTOR_16 = 0xfe0f;
const ALL_VARIATION_SELECTORS_16 = /\ufe0f/gu;
/** A colour is dark if red, green and blue are below this. */
const DARK_CHANNEL_LIMIT = 0x50;
/** Emoji that are meant to be black. */
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
  // A black tick would be invisible in the dark theme, so it takes the colour of the text.
  const withVisibleColours = (cluster: string, drawn: readonly Layer[] | undefined): readonly Layer[] | undefined =>
    drawn && !BLACK_BY_DESIGN.test(cluster) && drawn.every(isDark)
      ? drawn.map(({ glyph }) => ({ glyph, colour: FOREGROUND_COLOUR_INDEX }))
      : drawn;
  return {
    tables,
    unitsPerEm: toDataView(requireTable(tables, 'head')).getUint16(18),
    readGlyph: createGlyphReader(tables),
    layersOf: (cluster) => withVisibleColours(cluster, layers.get(glyphs.get(cluster.replaceAll(ALL_VARIATION_SELECTORS_16, '')) ?? -1)),
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

/** A code point of a sequence, with or without U+FE0F after it. */
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

/** Characters that are text unless U+FE0F follows: as part of a sequence they are one cell wide. */
const TEXT_PRESENTATION_BY_DEFAULT = /^(?!\p{Emoji_Presentation})\p{Extended_Pictographic}$/u;

/** Lengths in em. */
interface EmojiMetrics {
  readonly advance: number;
  readonly ascent: number;
  readonly descent: number;
}

/** Returns a font of exactly `clusters`, each two cells wide. @throws if `font` has no glyph for one */
export function subsetColourFont(font: Uint8Array, clusters: readonly string[], cell: EmojiMetrics): Uint8Array {
  const source = readColourFont(font);
  const advance = Math.round(cell.advance * source.unitsPerEm);
  const bases: { readonly layers: readonly Layer[]; readonly advance: number }[] = [];
  const glyphByCode = new Map<number, number>();
  const glyphByCodeWithSelector = new Map<number, number>();
  const ligatures: Ligature[] = [];
  /** Adds a base glyph and returns its number; glyph 0 is .notdef. */
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

  // Glyph order: .notdef, the empty base glyph of each emoji and part, then every layer once for each width.
  const layerIds = new Map<string, number>();
  const colours = new Map<number, number>();
  const outlines: (readonly Contour[])[] = Array.from({ length: bases.length + 1 }, () => []);
  const advances = [advance, ...bases.map((base) => base.advance)];
  for (const base of bases) {
    for (const layer of base.layers) {
      const key = `${layer.glyph} ${base.advance}`;
      if (!layerIds.has(key)) {
        layerIds.set(key, outlines.length);
        const dx = Math.round((base.advance - source.unitsPerEm) / 2);
        outlines.push(transformContours(readContours(source.readGlyph, layer.glyph), { sx: 1, sy: 1, dx, dy: 0 }));
        advances.push(advance);
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
  return assembleFont({
    base: source.tables,
    unitsPerEm: source.unitsPerEm,
    outlines,
    advances,
    maxAdvance: advance,
    ascent: Math.round(cell.ascent * source.unitsPerEm),
    descent: Math.round(cell.descent * source.unitsPerEm),
    tables: new Map([
      ['cmap', writeCmap(glyphByCode, glyphByCodeWithSelector)],
      ['COLR', writeColr(layers)],
      ['CPAL', writeCpal(requireTable(source.tables, 'CPAL'), [...colours.keys()])],
      ...(ligatures.length > 0 ? [['GSUB', writeLigatures(ligatures)] as const] : []),
    ]),
  });
}

/** Returns COLR with the layers of all glyphs from 1 on; glyphs without layers, such as joiners, are left out. */
function writeColr(glyphs: readonly (readonly Layer[])[]): Uint8Array {
  const bases = glyphs.flatMap((layers, index) => (layers.length > 0 ? [{ glyph: index + 1, layers }] : []));
  const all = bases.flatMap(({ layers }) => layers);
  let first = 0;
  const records = bases.flatMap(({ glyph, layers }) => [glyph, (first += layers.length) - layers.length, layers.length]);
  return Uint8Array.from([
    ...uint16([0, bases.length]),
    ...uint32([14, 14 + 6 * bases.length]),
    ...uint16([all.length, ...records, ...all.flatMap(({ glyph, colour }) => [glyph, colour])]),
  ]);
}

function writeCpal(source: Uint8Array, colours: readonly number[]): Uint8Array {
  const palette = toDataView(source);
  const records = palette.getUint32(8) + 4 * palette.getUint16(12);
  return Uint8Array.from([
    ...uint16([0, colours.length, 1, colours.length]),
    ...uint32([14]),
    ...uint16([0]),
    ...uint32(colours.map((colour) => palette.getUint32(records + 4 * colour))),
  ]);
}
