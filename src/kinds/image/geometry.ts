import { clamp } from '../../core/clamp';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle. In a picture, all numbers are fractions of its width and height. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** What a step shows of a picture, and how large. */
export interface Framing {
  /** The part that is seen whole, in fractions of the picture. */
  readonly view: Box;
  /** Fraction of the largest size at which the part fits. */
  readonly scale: number;
  /** Whether the picture fills the viewport, and its edges are cut off. */
  readonly covers: boolean;
}

/** The whole of a picture. */
export const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };

/**
 * Returns where a picture lies so that the part of a {@link Framing} fits in the viewport, as large as possible and in the middle,
 * without space beside the picture if it is larger. image.css computes the same. `ratio` is the picture's height / width.
 */
export function pictureBox(viewport: Size, ratio: number, { view, scale, covers }: Framing): Box {
  const fit = covers ? Math.max : Math.min;
  const width = scale * fit(viewport.width / view.width, viewport.height / (view.height * ratio));
  const height = width * ratio;
  const centre = centreOf(view, covers);
  return { x: startOf(viewport.width, width, centre.x), y: startOf(viewport.height, height, centre.y), width, height };
}

/** Returns the point of a picture that is in the middle of the viewport. What covers it is cut off below, as a page is. */
export function centreOf({ x, y, width, height }: Box, covers: boolean): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: covers ? 0 : y + height / 2 };
}

function startOf(viewport: number, size: number, centre: number): number {
  const middle = (viewport - size) / 2;
  return clamp(viewport / 2 - centre * size, Math.min(middle, viewport - size), Math.max(middle, 0));
}
