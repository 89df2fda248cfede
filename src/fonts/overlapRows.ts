import type { Contour } from './contours.ts';

/** Where lines that connect rows end, in units of 1/2048 em: rows of 2384 units overlap by 266, an eighth of the font size. */
const OVERLAP_EDGE = { below: -620, above: 2030 } as const;

/** Moves the points at and beyond the edges of a row outwards, so that the glyphs of neighbouring rows overlap (ADR 018). */
export function overlapRows(contours: readonly Contour[], edge: { readonly below: number; readonly above: number }): readonly Contour[] {
  const move = (y: number): number => (y <= edge.below ? OVERLAP_EDGE.below : y >= edge.above ? OVERLAP_EDGE.above : y);
  return contours.map((contour) => contour.map((point) => ({ ...point, y: move(point.y) })));
}
