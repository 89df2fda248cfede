import type { Size } from '../options';
import type { PictureChoice } from './keptPictures';

/** How a GIF is encoded. */
export interface GifQuality extends PictureChoice {
  /** Most colours of a frame. */
  readonly colours: number;
}

const COLOURS = [256, 128, 64, 32];
const SHARES = [0.8, 0.65, 0.5, 0.4, 0.3];

/** Fewer frames a second look like a series of pictures. */
const MIN_FPS = 5;

/** Returns how a GIF may be encoded, each smaller than the one before: with fewer colours, then frames, then pixels. */
export function qualities(size: Size, fps: number): readonly GifQuality[] {
  const colours = COLOURS.at(-1)!;
  const steps = [2, 3, 4].filter((step) => fps / step >= MIN_FPS);
  const step = steps.at(-1) ?? 1;
  return [
    ...COLOURS.map((each) => ({ colours: each, step: 1, size })),
    ...steps.map((each) => ({ colours, step: each, size })),
    ...SHARES.map((share) => ({ colours, step, size: scale(size, share) })),
  ];
}

function scale({ width, height }: Size, share: number): Size {
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** What was found: an encoding that fits, or the size of the smallest there is. */
export type Fit = { readonly index: number } | { readonly smallest: number };

/**
 * Finds the first of `count` ever smaller encodings with at most `limit` bytes; with few attempts, as each takes a while.
 * @param encode Encodes and returns the number of bytes, or undefined once there are more than `limit`.
 */
export async function findFit(
  count: number,
  limit: number | undefined,
  encode: (index: number, limit: number | undefined) => Promise<number | undefined>,
): Promise<Fit> {
  if ((await encode(0, limit)) !== undefined) return { index: 0 };
  const smallest = (await encode(count - 1, undefined))!;
  if (smallest > limit!) return { smallest };
  let [tooLarge, fits] = [0, count - 1];
  while (fits - tooLarge > 1) {
    const middle = (tooLarge + fits) >> 1;
    if ((await encode(middle, limit)) === undefined) tooLarge = middle;
    else fits = middle;
  }
  return { index: fits };
}
