import { decode } from 'fast-png';
import type { Size } from '../options';

/** A picture without transparency. Each pixel is a number, 0xBBGGRR. */
export interface Picture extends Size {
  readonly pixels: Uint32Array;
}

/** Decodes a PNG with 8 bits a channel and scales it to `size`. @throws if it is no such PNG */
export function decodePicture(png: Uint8Array, size: Size): Picture {
  const { width, height, data, depth, channels } = decode(png);
  if (depth !== 8 || channels < 3) throw new Error('The picture of a page is not in RGB.');
  return resize({ width, height }, size, data, channels);
}

/** Scales a picture down: each pixel is the average of the area that it covers. */
export function shrinkPicture(picture: Picture, size: Size): Picture {
  if (picture.width === size.width && picture.height === size.height) return picture;
  return resize(picture, size, new Uint8Array(picture.pixels.buffer, picture.pixels.byteOffset, picture.pixels.byteLength), 4);
}

function resize(from: Size, to: Size, data: ArrayLike<number>, channels: number): Picture {
  const [columns, rows] = [coverage(from.width, to.width), coverage(from.height, to.height)];
  const pixels = new Uint32Array(to.width * to.height);
  const line = new Float32Array(to.width * 3);
  for (let y = 0; y < to.height; y += 1) {
    line.fill(0);
    for (let row = rows.first[y]!; row <= rows.last[y]!; row += 1)
      addRow(line, data, row * from.width * channels, channels, columns, shareOf(rows, y, row));
    for (let x = 0; x < to.width; x += 1) {
      const [red, green, blue] = [line[x * 3]!, line[x * 3 + 1]!, line[x * 3 + 2]!];
      pixels[y * to.width + x] = (red + 0.5) | ((green + 0.5) << 8) | ((blue + 0.5) << 16);
    }
  }
  return { ...to, pixels };
}

/** Adds a row of `data`, scaled to the width of `line` and multiplied by `share`. */
function addRow(line: Float32Array, data: ArrayLike<number>, start: number, channels: number, columns: Coverage, share: number): void {
  for (let x = 0, to = 0; to < line.length; x += 1, to += 3) {
    let [red, green, blue] = [0, 0, 0];
    for (let column = columns.first[x]!; column <= columns.last[x]!; column += 1) {
      const at = start + column * channels;
      const weight = shareOf(columns, x, column);
      red += data[at]! * weight;
      green += data[at + 1]! * weight;
      blue += data[at + 2]! * weight;
    }
    line[to]! += red * share;
    line[to + 1]! += green * share;
    line[to + 2]! += blue * share;
  }
}

/** Which places of a longer row each place of a shorter one covers, and how much of each it covers at both ends. */
interface Coverage {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly atFirst: Float64Array;
  readonly atLast: Float64Array;
  readonly inside: number;
}

const shareOf = ({ first, last, atFirst, atLast, inside }: Coverage, place: number, at: number): number =>
  at === first[place] ? atFirst[place]! : at === last[place] ? atLast[place]! : inside;

function coverage(from: number, to: number): Coverage {
  const inside = to / from;
  const starts = Float64Array.from({ length: to }, (_, place) => (place * from) / to);
  const ends = Float64Array.from({ length: to }, (_, place) => ((place + 1) * from) / to);
  const first = Int32Array.from(starts);
  const last = Int32Array.from(ends, (end) => Math.ceil(end) - 1);
  return {
    first,
    last,
    atFirst: starts.map((start, place) => (Math.min(ends[place]!, first[place]! + 1) - start) * inside),
    atLast: ends.map((end, place) => (end - last[place]!) * inside),
    inside,
  };
}
