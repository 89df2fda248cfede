import { readContours, encodeGlyph } from '../../src/fonts/contours';
import { createGlyphReader, writeGlyphTables } from '../../src/fonts/glyphTables';
import { overlapRows } from '../../src/fonts/overlapRows';
import { readCmap, readTables, requireTable, toDataView, writeFont } from '../../src/fonts/sfnt';

/** Box drawing and blocks that reach the edges of their cell; not diagonals and shades, which continue as patterns. */
const CONNECTING_RANGES: readonly (readonly [from: number, to: number])[] = [
  [0x2500, 0x2570],
  [0x2574, 0x2590],
  [0x2594, 0x259f],
];

/** DejaVu ends its lines beyond these heights, in units. */
const CELL_EDGE = { below: -500, above: 1910 } as const;

/**
 * Lengthens box drawing beyond its cell, so that lines overlap from row to row. Browsers round each row to device pixels, and PDF
 * viewers blend edges that only touch: both would leave a hairline. All else in the font stays as it is.
 */
export function extendBoxDrawing(font: Uint8Array): Uint8Array {
  const tables = readTables(font);
  const read = createGlyphReader(tables);
  const connecting = new Set(
    [...readCmap(tables)].filter(([code]) => CONNECTING_RANGES.some(([from, to]) => code >= from && code <= to)).map(([, glyph]) => glyph),
  );
  const count = toDataView(requireTable(tables, 'maxp')).getUint16(4);
  // All outlines are read before one changes, since some glyphs are composed of others.
  const glyphs = Array.from({ length: count }, (_, glyph) =>
    connecting.has(glyph) ? encodeGlyph(overlapRows(readContours(read, glyph), CELL_EDGE)) : read(glyph),
  );
  writeGlyphTables(tables, glyphs);
  return writeFont(tables);
}
