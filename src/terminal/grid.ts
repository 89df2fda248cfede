import type { TerminalSize } from '../core/terminal/recordedStep';

/**
 * Metrics of the bundled font DejaVu Sans Mono, in em: a character is 1233 of 2048 units wide, a line has an ascent of 1901 and a
 * descent of 483, and box-drawing lines are 266 taller than a line (`tools/fonts/extendBoxDrawing.ts`).
 */
export const FONT_METRICS = { advance: 1233 / 2048, lineHeight: (1901 + 483) / 2048, overlap: 266 / 2048 };

/** Columns on every landscape screen, so that lines wrap at the same words on all of them. */
export const WIDE_COLS = 92;
/** Columns on portrait phones. */
export const NARROW_COLS = 48;
/** Rows that a landscape screen shows at least: enough for the longest stop of a well-made story. */
export const MIN_ROWS = 24;
/** Font sizes are multiples of this, in CSS pixels. */
export const FONT_SIZE_STEP = 0.25;
/** Smallest font size, in CSS pixels. Narrower screens get fewer columns instead. */
export const MIN_FONT_SIZE = 12;

/** Width of a terminal beside others, as a multiple of its height, from which it has {@link WIDE_COLS}. Set in terminal.css too. */
export const PANE_WIDE_FROM = 1.25;

/**
 * Returns columns and font size, in CSS pixels, for a terminal of this size with text `scale` times as large as designed. It has
 * {@link WIDE_COLS} if its width is `wideFrom` times its height or more.
 */
export function gridFor(width: number, height: number, scale = 1, wideFrom = 1): { readonly cols: number; readonly fontSize: number } {
  const isWide = width >= height * wideFrom;
  const cols = Math.round((isWide ? WIDE_COLS : NARROW_COLS) / scale);
  const byWidth = width / (cols * FONT_METRICS.advance);
  const byHeight = isWide ? (height * scale) / (MIN_ROWS * FONT_METRICS.lineHeight) : Number.POSITIVE_INFINITY;
  const fontSize = Math.floor(Math.min(byWidth, byHeight) / FONT_SIZE_STEP) * FONT_SIZE_STEP;
  if (fontSize >= MIN_FONT_SIZE) return { cols, fontSize };
  return { cols: Math.max(20, Math.min(cols, Math.floor(width / (MIN_FONT_SIZE * FONT_METRICS.advance)))), fontSize: MIN_FONT_SIZE };
}

/**
 * Returns the largest font size, in CSS pixels, at which a terminal of this size holds these cells. It may be below
 * {@link MIN_FONT_SIZE}, as a recording cannot be wrapped again.
 */
export function fontSizeForGrid(width: number, height: number, { cols, rows }: TerminalSize): number {
  const size = Math.min(width / (cols * FONT_METRICS.advance), height / (rows * FONT_METRICS.lineHeight));
  return Math.max(FONT_SIZE_STEP, Math.floor(size / FONT_SIZE_STEP) * FONT_SIZE_STEP);
}

/** Enough to find a size for every way of rounding: a row grows by one pixel in four steps. */
const MAX_SNAP_STEPS = 4;

/**
 * Returns the largest font size from `fontSize` down at which a row is less than half a device pixel taller than the font's line,
 * or the size near it with the smallest difference. Not below {@link MIN_FONT_SIZE}. `rowHeightAt` returns the height of a row at
 * a font size; all lengths are in CSS pixels (ADR 018).
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
