import { quantize } from './gifenc';

/** Colours as gifenc takes them. */
export type GifPalette = readonly (readonly [red: number, green: number, blue: number])[];

/** A colour that this share of the pixels has stays as it is. Areas of a page have one colour; those of a photo do not. */
const COMMON_SHARE = 1 / 2000;

/** Counts the colours of the pixels at `places`. */
export function countColours(pixels: Uint32Array, places: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const place of places) {
    const colour = pixels[place]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

/** A palette, and the index in it for each colour. */
export interface ColourTable {
  readonly palette: GifPalette;
  readonly indices: ReadonlyMap<number, number>;
  /** The indices of the colours that are in the palette as they are. */
  readonly exact: ReadonlyMap<number, number>;
}

/**
 * Returns a palette of at most `limit` colours for counted ones. All are in it if they are not more; otherwise the common ones are, and
 * the others are replaced by near ones.
 */
export function createColourTable(counts: ReadonlyMap<number, number>, limit: number): ColourTable {
  // By count, then by colour: the order of the pixels must not matter.
  const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b);
  if (sorted.length <= limit) {
    const indices = new Map(sorted.map(([colour], index) => [colour, index]));
    return { palette: sorted.map(([colour]) => toRgb(colour)), indices, exact: indices };
  }
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const isRare = ([, count]: readonly [number, number]): boolean => count < total * COMMON_SHARE;
  const firstRare = sorted.findIndex(isRare);
  const kept = Math.min(firstRare < 0 ? sorted.length : firstRare, limit >> 1);
  const exact = new Map(sorted.slice(0, kept).map(([colour], index) => [colour, index]));
  const palette = [...[...exact.keys()].map(toRgb), ...quantizeColours(sorted.slice(kept), limit - kept)];
  const indices = new Map(sorted.map(([colour]) => [colour, exact.get(colour) ?? nearest(colour, palette)]));
  return { palette, indices, exact };
}

/** Returns the colour as gifenc takes it. */
function toRgb(colour: number): GifPalette[number] {
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
}

/** Most pixels that are quantised: rare colours are in few of them, and the others count in proportion. */
const MAX_SAMPLE = 100_000;

function quantizeColours(counted: readonly (readonly [colour: number, count: number])[], limit: number): GifPalette {
  const total = counted.reduce((sum, [, count]) => sum + count, 0);
  const scale = Math.min(1, MAX_SAMPLE / total);
  const sample = new Uint32Array(counted.reduce((sum, [, count]) => sum + Math.ceil(count * scale), 0));
  let at = 0;
  for (const [colour, count] of counted) {
    const end = at + Math.ceil(count * scale);
    sample.fill((0xff << 24) | colour, at, end);
    at = end;
  }
  return quantize(new Uint8Array(sample.buffer), limit, { format: 'rgb565' });
}

function nearest(colour: number, palette: GifPalette): number {
  const [red, green, blue] = toRgb(colour);
  let [best, distance] = [0, Number.POSITIVE_INFINITY];
  for (const [index, [r, g, b]] of palette.entries()) {
    const found = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (found < distance) [best, distance] = [index, found];
  }
  return best;
}
