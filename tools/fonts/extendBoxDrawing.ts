/**
 * Lets the lines of a terminal's boxes reach a little beyond their cell, so that they overlap from row to row. Browsers
 * round each row to the pixels of the screen, and PDF viewers blend what only touches; both leave a hairline otherwise.
 */
import { contoursOf, encodeGlyph, type Contour } from '../../src/fonts/contours';
import { glyphReader, writeOutlines } from '../../src/fonts/glyphTables';
import { readCmap, readTables, table, view, writeFont, type Tables } from '../../src/fonts/sfnt';

/** Box drawing and blocks that are drawn up to the edges of their cell; not the diagonals and shades, which continue as patterns. */
const JOINED: readonly (readonly [from: number, to: number])[] = [
  [0x2500, 0x2570],
  [0x2574, 0x2590],
  [0x2594, 0x259f],
];

/** Where DejaVu ends its lines below and above, in units: points this far out are at the edge of the cell. */
const EDGE = { below: -500, above: 1910 } as const;
/** Where they end instead: a row of 2384 units is overlapped by 266, an eighth of the size of type. */
const REACH = { below: -620, above: 2030 } as const;

/** The font with those lines longer. Its other glyphs, its metrics and its tables stay as they are. */
export function reachBeyondRows(font: Uint8Array): Uint8Array {
  const tables: Tables = readTables(font);
  const read = glyphReader(tables);
  const joined = new Set(
    [...readCmap(tables)].filter(([code]) => JOINED.some(([from, to]) => code >= from && code <= to)).map(([, glyph]) => glyph),
  );
  const count = view(table(tables, 'maxp')).getUint16(4);
  // Outlines are all read before one changes: some glyphs are made of others.
  const glyphs = Array.from({ length: count }, (_, glyph) =>
    joined.has(glyph) ? encodeGlyph(contoursOf(read, glyph).map(reach)) : read(glyph),
  );
  writeOutlines(tables, glyphs);
  return writeFont(tables);
}

function reach(contour: Contour): Contour {
  return contour.map((point) => {
    if (point.y <= EDGE.below) return { ...point, y: REACH.below };
    return point.y >= EDGE.above ? { ...point, y: REACH.above } : point;
  });
}
