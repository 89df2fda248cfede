/** Reads, transforms and writes the outlines of TrueType glyphs (OpenType, table `glyf`). */
import { uint16 } from './bytes.ts';
import { toDataView } from './sfnt.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  /** Whether the point is on the outline; others are control points of quadratic curves. */
  readonly onCurve: boolean;
}

export type Contour = readonly Point[];

/** Maps a point to (x · sx + dx, y · sy + dy). */
export interface Transform {
  readonly sx: number;
  readonly sy: number;
  readonly dx: number;
  readonly dy: number;
}

export interface BoundingBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

const ON_CURVE = 0x01;
const SHORT_VECTOR = { x: 0x02, y: 0x04 } as const;
const REPEAT_FLAG = 0x08;
const SAME_OR_POSITIVE = { x: 0x10, y: 0x20 } as const;

/** Flags of a component of a composite glyph. */
const ARGS_ARE_WORDS = 0x01;
const ARGS_ARE_OFFSETS = 0x02;
const HAS_SCALE = 0x08;
const MORE_COMPONENTS = 0x20;
const HAS_X_AND_Y_SCALE = 0x40;
const HAS_MATRIX = 0x80;

/** Returns the contours of a glyph, simple or composite. @throws RangeError for components placed by points */
export function readContours(read: (glyph: number) => Uint8Array, glyph: number): readonly Contour[] {
  const bytes = read(glyph);
  if (bytes.length === 0) return [];
  return toDataView(bytes).getInt16(0) < 0 ? compositeContours(read, bytes) : simpleContours(bytes);
}

function simpleContours(bytes: Uint8Array): readonly Contour[] {
  const data = toDataView(bytes);
  const ends = Array.from({ length: data.getInt16(0) }, (_, index) => data.getUint16(10 + 2 * index));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * ends.length;
  at += 2 + data.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = data.getUint8(at++);
    const times = flag & REPEAT_FLAG ? data.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time += 1) flags.push(flag);
  }
  const coordinates = (axis: 'x' | 'y'): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & SHORT_VECTOR[axis]) value += data.getUint8(at++) * (flag & SAME_OR_POSITIVE[axis] ? 1 : -1);
      else if (!(flag & SAME_OR_POSITIVE[axis])) {
        value += data.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [coordinates('x'), coordinates('y')];
  const points = flags.map((flag, index): Point => ({ x: xs[index]!, y: ys[index]!, onCurve: (flag & ON_CURVE) !== 0 }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

function compositeContours(read: (glyph: number) => Uint8Array, bytes: Uint8Array): readonly Contour[] {
  const data = toDataView(bytes);
  const contours: Contour[] = [];
  let at = 10;
  let flags = MORE_COMPONENTS;
  const readFraction = (): number => data.getInt16((at += 2) - 2) / 0x4000;
  while (flags & MORE_COMPONENTS) {
    flags = data.getUint16(at);
    const part = data.getUint16(at + 2);
    if (!(flags & ARGS_ARE_OFFSETS)) throw new RangeError('A composite glyph places its parts by points.');
    const [dx, dy] = flags & ARGS_ARE_WORDS ? [data.getInt16(at + 4), data.getInt16(at + 6)] : [data.getInt8(at + 4), data.getInt8(at + 5)];
    at += flags & ARGS_ARE_WORDS ? 8 : 6;
    let [xx, xy, yx, yy] = [1, 0, 0, 1];
    if (flags & HAS_SCALE) xx = yy = readFraction();
    else if (flags & HAS_X_AND_Y_SCALE) [xx, yy] = [readFraction(), readFraction()];
    else if (flags & HAS_MATRIX) [xx, xy, yx, yy] = [readFraction(), readFraction(), readFraction(), readFraction()];
    const place = ({ x, y, onCurve }: Point): Point => ({ x: x * xx + y * yx + dx, y: x * xy + y * yy + dy, onCurve });
    contours.push(...readContours(read, part).map((contour) => contour.map(place)));
  }
  return contours;
}

/** Returns the box around all points; undefined if there are none. */
export function boundingBoxOf(contours: readonly Contour[]): BoundingBox | undefined {
  const points = contours.flat();
  if (points.length === 0) return undefined;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** Returns `contours` scaled and moved, rounded to whole units. */
export function transformContours(contours: readonly Contour[], { sx, sy, dx, dy }: Transform): readonly Contour[] {
  return contours.map((contour) =>
    contour.map(({ x, y, onCurve }) => ({ x: Math.round(x * sx + dx), y: Math.round(y * sy + dy), onCurve })),
  );
}

/** Returns a glyph as `glyf` stores it, without instructions. Coordinates must be whole numbers. */
export function encodeGlyph(contours: readonly Contour[]): Uint8Array {
  const box = boundingBoxOf(contours);
  if (!box) return new Uint8Array();
  const points = contours.flat();
  const deltas = (axis: 'x' | 'y'): number[] => points.map((point, index) => point[axis] - (points[index - 1]?.[axis] ?? 0));
  let end = -1;
  const ends = contours.map(({ length }) => (end += length));
  return Uint8Array.from([
    ...uint16([contours.length, box.left, box.bottom, box.right, box.top, ...ends, 0]),
    ...points.map(({ onCurve }) => (onCurve ? ON_CURVE : 0)),
    ...uint16([...deltas('x'), ...deltas('y')]),
  ]);
}

/** Returns the contours as the `d` of an SVG path, y downwards. */
export function contoursToSvgPath(contours: readonly Contour[]): string {
  return contours.map(contourToPath).join('');
}

function contourToPath(contour: Contour): string {
  const midpoint = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, onCurve: true });
  // Between two control points there is a point on the curve that the font does not store.
  const points = contour.flatMap((point, index) => {
    const after = contour[(index + 1) % contour.length]!;
    return point.onCurve || after.onCurve ? [point] : [point, midpoint(point, after)];
  });
  const first = points.findIndex(({ onCurve }) => onCurve);
  if (first < 0) return '';
  const ring = [...points.slice(first), ...points.slice(0, first), points[first]!];
  const formatPoint = ({ x, y }: Point): string => `${Number(x.toFixed(2))} ${Number((-y).toFixed(2))}`;
  let path = `M${formatPoint(ring[0]!)}`;
  for (let index = 1; index < ring.length; index += 1) {
    const point = ring[index]!;
    if (point.onCurve) path += `L${formatPoint(point)}`;
    else path += `Q${formatPoint(point)} ${formatPoint(ring[(index += 1)]!)}`;
  }
  return `${path}Z`;
}
