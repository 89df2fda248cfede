/**
 * Lets the lines of a terminal's boxes reach a little beyond their cell, so that they overlap from row to row. Browsers
 * round each row to the pixels of the screen, and PDF viewers blend what only touches; both leave a hairline otherwise.
 */
import { glyphReader, writeOutlines } from '../../src/build/fonts/outlines';
import { readCmap, readTables, table, view, writeFont, type Tables } from '../../src/build/fonts/sfnt';

/** Box drawing and blocks that are drawn up to the edges of their cell; not the diagonals and shades, which continue as patterns. */
const JOINED: readonly (readonly [from: number, to: number])[] = [[0x2500, 0x2570], [0x2574, 0x2590], [0x2594, 0x259f]];

/** Where DejaVu ends its lines below and above, in units: points this far out are at the edge of the cell. */
const EDGE = { below: -500, above: 1910 } as const;
/** Where they end instead: a row of 2384 units is overlapped by 266, an eighth of the size of type. */
const REACH = { below: -620, above: 2030 } as const;

const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME = 0x10;
const Y_SAME = 0x20;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}
type Outline = readonly (readonly Point[])[];
type ReadGlyph = (glyph: number) => Uint8Array;

/** The font with those lines longer. Its other glyphs, its metrics and its tables stay as they are. */
export function reachBeyondRows(font: Uint8Array): Uint8Array {
  const tables: Tables = readTables(font);
  const read = glyphReader(tables);
  const joined = new Set([...readCmap(tables)].filter(([code]) => JOINED.some(([from, to]) => code >= from && code <= to)).map(([, glyph]) => glyph));
  const count = view(table(tables, 'maxp')).getUint16(4);
  // Outlines are all read before one changes: some glyphs are made of others.
  const glyphs = Array.from({ length: count }, (_, glyph) => (joined.has(glyph) ? writeOutline(outlineOf(read, glyph).map((contour) => contour.map(reach))) : read(glyph)));
  writeOutlines(tables, glyphs);
  return writeFont(tables);
}

function reach(point: Point): Point {
  if (point.y <= EDGE.below) return { ...point, y: REACH.below };
  return point.y >= EDGE.above ? { ...point, y: REACH.above } : point;
}

/** The contours of a glyph, those of the glyphs it is made of included. Instructions are left out: boxes have none. */
function outlineOf(read: ReadGlyph, glyph: number): Outline {
  const bytes = read(glyph);
  if (bytes.length === 0) return [];
  const data = view(bytes);
  return data.getInt16(0) < 0 ? partsOf(read, data) : contoursOf(data);
}

function contoursOf(data: DataView): Outline {
  const count = data.getInt16(0);
  const ends = Array.from({ length: count }, (_, contour) => data.getUint16(10 + 2 * contour));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * count + 2 + data.getUint16(10 + 2 * count);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = data.getUint8(at++);
    const times = flag & REPEAT ? data.getUint8(at++) + 1 : 1;
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += data.getUint8(at++) * (flag & same ? 1 : -1);
      else if (!(flag & same)) {
        value += data.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(X_SHORT, X_SAME);
  const ys = coordinates(Y_SHORT, Y_SAME);
  const all = flags.map((flag, index): Point => ({ x: xs[index]!, y: ys[index]!, onCurve: (flag & ON_CURVE) !== 0 }));
  return ends.map((end, contour) => all.slice(contour === 0 ? 0 : ends[contour - 1]! + 1, end + 1));
}

const WORDS = 0x01;
const OFFSETS = 0x02;
const SCALED = 0x08 | 0x40 | 0x80;
const MORE = 0x20;

/** The contours of a glyph that is made of others, each moved. */
function partsOf(read: ReadGlyph, data: DataView): Outline {
  const parts: (readonly Point[])[] = [];
  let at = 10;
  let flags = MORE;
  while (flags & MORE) {
    flags = data.getUint16(at);
    const part = data.getUint16(at + 2);
    if (!(flags & OFFSETS) || flags & SCALED) throw new Error('A box is made of parts that are more than moved.');
    const [dx, dy] = flags & WORDS ? [data.getInt16(at + 4), data.getInt16(at + 6)] : [data.getInt8(at + 4), data.getInt8(at + 5)];
    at += flags & WORDS ? 8 : 6;
    parts.push(...outlineOf(read, part).map((contour) => contour.map((point) => ({ ...point, x: point.x + dx, y: point.y + dy }))));
  }
  return parts;
}

/** An outline as the font stores it, each coordinate in full; WOFF2 packs it again. */
function writeOutline(outline: Outline): Uint8Array {
  const points = outline.flat();
  const head = 10 + 2 * outline.length + 2;
  const bytes = new Uint8Array(head + 5 * points.length);
  const data = view(bytes);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  data.setInt16(0, outline.length);
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((edge, index) => data.setInt16(2 + 2 * index, edge));
  let end = -1;
  outline.forEach((contour, index) => data.setUint16(10 + 2 * index, (end += contour.length)));
  points.forEach(({ onCurve }, index) => data.setUint8(head + index, onCurve ? ON_CURVE : 0));
  [xs, ys].forEach((values, axis) =>
    values.forEach((value, index) => data.setInt16(head + points.length * (1 + 2 * axis) + 2 * index, value - (values[index - 1] ?? 0))),
  );
  return bytes;
}
