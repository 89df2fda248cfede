/**
 * Lets the lines of a terminal's boxes reach a little beyond their cell, so that they overlap from row to row. Browsers
 * round each row to the pixels of the screen, and PDF viewers blend what only touches; both leave a hairline otherwise.
 */
import { readContours, encodeGlyph, type Contour } from '../../src/fonts/contours';
import { createGlyphReader, writeGlyphTables } from '../../src/fonts/glyphTables';
import { readCmap, readTables, requireTable, toDataView, writeFont, type Tables } from '../../src/fonts/sfnt';

/** Box drawing and blocks that are drawn up to the edges of their cell; not the diagonals and shades, which continue as patterns. */
const CONNECTING_RANGES: readonly (readonly [from: number, to: number])[] = [
  [0x2500, 0x2570],
  [0x2574, 0x2590],
  [0x2594, 0x259f],
];

/** Where DejaVu ends its lines below and above, in units: points this far out are at the edge of the cell. */
const CELL_EDGE = { below: -500, above: 1910 } as const;
/** Where they end instead: a row of 2384 units is overlapped by 266, an eighth of the size of type. */
const OVERLAP_EDGE = { below: -620, above: 2030 } as const;

/** The font with those lines longer. Its other glyphs, its metrics and its tables stay as they are. */
export function extendBoxDrawing(font: Uint8Array): Uint8Array {
  const tables: Tables = readTables(font);
  const read = createGlyphReader(tables);
  const joined = new Set(
    [...readCmap(tables)].filter(([code]) => CONNECTING_RANGES.some(([from, to]) => code >= from && code <= to)).map(([, glyph]) => glyph),
  );
  const count = toDataView(requireTable(tables, 'maxp')).getUint16(4);
  // Outlines are all read before one changes: some glyphs are made of others.
  const glyphs = Array.from({ length: count }, (_, glyph) =>
    joined.has(glyph) ? encodeGlyph(readContours(read, glyph).map(extendContour)) : read(glyph),
  );
  writeGlyphTables(tables, glyphs);
  return writeFont(tables);
}

function extendContour(contour: Contour): Contour {
  return contour.map((point) => {
    if (point.y <= CELL_EDGE.below) return { ...point, y: OVERLAP_EDGE.below };
    return point.y >= CELL_EDGE.above ? { ...point, y: OVERLAP_EDGE.above } : point;
  });
}
