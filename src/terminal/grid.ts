import type { TerminalSize } from '../core/terminal/recordedStep';

/** A face's proportions, in em. */
export interface FontMetrics {
  readonly advance: number;
  readonly lineHeight: number;
  /** How much taller than a line the lines of boxes are drawn. */
  readonly overlap: number;
}

/** DejaVu Sans Mono, the bundled face: 1233 of 2048 units wide; ascent 1901, descent 483; boxes reach 266 further (`tools/fonts/extendBoxDrawing.ts`). */
export const FONT_METRICS: FontMetrics = { advance: 1233 / 2048, lineHeight: (1901 + 483) / 2048, overlap: 266 / 2048 };

/** Columns on every landscape screen, so that lines wrap at the same words on all of them. */
export const WIDE_COLS = 92;
/** Columns on portrait phones. */
export const NARROW_COLS = 48;
/** Rows a landscape screen shows at least: what the longest stop of a well-made story takes. */
export const MIN_ROWS = 24;
/** Sizes of type are multiples of this, in CSS pixels. */
export const FONT_SIZE_STEP = 0.25;
/** Nothing gets smaller than this, in CSS pixels; rather fewer columns. */
export const MIN_FONT_SIZE = 12;

/**
 * Columns and type size, in CSS pixels, for a terminal in a box of this size, with text `scale` times as large as
 * designed. Pure.
 */
export function gridFor(width: number, height: number, scale = 1): { readonly cols: number; readonly fontSize: number } {
  const cols = Math.round((width >= height ? WIDE_COLS : NARROW_COLS) / scale);
  const byWidth = width / (cols * FONT_METRICS.advance);
  const byHeight = width >= height ? (height * scale) / (MIN_ROWS * FONT_METRICS.lineHeight) : Number.POSITIVE_INFINITY;
  const fontSize = Math.floor(Math.min(byWidth, byHeight) / FONT_SIZE_STEP) * FONT_SIZE_STEP;
  if (fontSize >= MIN_FONT_SIZE) return { cols, fontSize };
  return { cols: Math.max(20, Math.min(cols, Math.floor(width / (MIN_FONT_SIZE * FONT_METRICS.advance)))), fontSize: MIN_FONT_SIZE };
}

/**
 * Type size, in CSS pixels, at which exactly the cells of `grid` fit a box of this size. A recording cannot be wrapped
 * anew, so its type may be smaller than any other on a screen that is narrower than the terminal it was made in. Pure.
 */
export function fontSizeForGrid(width: number, height: number, { cols, rows }: TerminalSize): number {
  const size = Math.min(width / (cols * FONT_METRICS.advance), height / (rows * FONT_METRICS.lineHeight));
  return Math.max(FONT_SIZE_STEP, Math.floor(size / FONT_SIZE_STEP) * FONT_SIZE_STEP);
}

/** Steps of type size within which there is one that suits, whichever way a browser rounds: a row grows by a pixel in four. */
const MAX_SNAP_STEPS = 4;

/**
 * Returns the largest type size from `fontSize` down at which a row is less than half a pixel of the screen taller than
 * the face's line, or of the sizes near the one at which it is least so. Rows take whole pixels, and browsers round in
 * their own ways; the lines of boxes reach over what remains ({@link FontMetrics.overlap}). `rowOf`: how tall a row is in
 * type of a size; `pixel`: one of the screen; both in CSS pixels. Never below {@link MIN_FONT_SIZE}. Pure.
 */
export function snapFontSize(fontSize: number, rowHeightAt: (fontSize: number) => number, devicePixel: number): number {
  let bestSize = fontSize;
  let smallestGap = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= MAX_SNAP_STEPS; step += 1) {
    const size = fontSize - step * FONT_SIZE_STEP;
    if (size < MIN_FONT_SIZE) break;
    const gap = rowHeightAt(size) - size * FONT_METRICS.lineHeight;
    if (gap < devicePixel / 2) return size;
    if (gap < smallestGap) [bestSize, smallestGap] = [size, gap];
  }
  return bestSize;
}
