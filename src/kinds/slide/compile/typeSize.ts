import { lineCount, longestWord, type Word } from './textWidth';

/** Sizes of type, in units of the stage. Steps between them are large enough to be seen. */
export const TYPE_SCALE = [
  26, 28, 30, 32, 34, 36, 38, 40, 44, 48, 52, 56, 60, 66, 72, 80, 88, 96, 104, 112, 120, 132, 144, 160, 180, 200, 230, 260, 300, 340, 380,
  420,
] as const;

/** The smallest type on a slide, in units: what the last row of a hall can read. */
export const MIN_TYPE = TYPE_SCALE[0];

/** A paragraph, a row or a line of code. All its lengths are in em of the type that is to be found. */
export interface TextBlock {
  readonly words: readonly Word[];
  /** Its type, as a factor. @default 1 */
  readonly scale?: number;
  /** Distance from one line to the next, as a factor of its type. */
  readonly leading: number;
  /** Space above it, in em of the type that is to be found. @default 0 */
  readonly gap?: number;
  /** Width that is taken from the box, in em of the type that is to be found. @default 0 */
  readonly indent?: number;
  /** The share of the box's width that it has. @default 1 */
  readonly share?: number;
  /** The most lines that look well. @default any */
  readonly maxLines?: number;
}

/** The room for text, in units. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Space for what the estimate of widths does not know: the font of a theme, kerning, balanced lines. */
export const RESERVE = 1.04;

/** Blocks from top to bottom. */
export type Column = readonly TextBlock[];

/** Returns the height of a column of blocks in type of `size` units. */
export function columnHeight(column: Column, size: number, { width }: Pick<Box, 'width'>): number {
  return column.reduce((height, { words, scale = 1, leading, gap = 0, indent = 0, share = 1 }) => {
    const type = blockType(size, scale);
    const lines = lineCount(words, Math.max(1, (width * share - indent * size) / (type * RESERVE)));
    return height + lines * type * leading + gap * size;
  }, 0);
}

/** Smaller parts never get smaller than the smallest type. */
function blockType(size: number, scale: number): number {
  return Math.max(MIN_TYPE, size * scale);
}

/** Returns the largest size, at most `max`, for which `fits`; the smallest one if there is none. */
export function largestType(max: number, fits: (size: number) => boolean): number {
  return TYPE_SCALE.findLast((size) => size <= max && fits(size)) ?? MIN_TYPE;
}

/** Long words are kept whole unless the type would be smaller than this share of what fits with broken ones. */
const WHOLE_WORDS = 0.35;

/** Returns the largest size, at most `max`, at which each column fits its box; the smallest one if none does. */
export function fitType(columns: readonly Column[], box: Box, max: number): number {
  const fits = (size: number): boolean =>
    columns.every((column) => columnHeight(column, size, box) <= box.height && column.every((block) => fitsLines(block, size, box)));
  const size = largestType(max, fits);
  const whole = largestType(size, (each) => fits(each) && columns.every((column) => column.every((block) => keepsWords(block, each, box))));
  return whole >= size * WHOLE_WORDS ? whole : size;
}

function fitsLines({ words, scale = 1, indent = 0, share = 1, maxLines = Infinity }: TextBlock, size: number, { width }: Box): boolean {
  return lineCount(words, Math.max(1, (width * share - indent * size) / (blockType(size, scale) * RESERVE))) <= maxLines;
}

/** Whether no word is wider than a line. */
function keepsWords({ words, scale = 1, indent = 0, share = 1 }: TextBlock, size: number, { width }: Box): boolean {
  return longestWord(words) * blockType(size, scale) * RESERVE <= width * share - indent * size;
}
