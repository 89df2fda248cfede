/** The fonts that story fonts take their characters from; `npm run fonts` lists the characters of each (ADR 016). */
import type { BoundingBox, Transform } from './contours.ts';
import { fontFilePath } from './fontFile.ts';

/** A glyph of a source font, in units of that font. */
export interface SourceGlyph {
  readonly code: number;
  readonly box: BoundingBox;
  readonly advance: number;
  readonly unitsPerEm: number;
}

/** The space for a glyph, in units of the story font. */
export interface GlyphTarget {
  /** The width of its terminal cells; undefined on pages, where it keeps its advance. */
  readonly cellWidth: number | undefined;
  readonly ascent: number;
  readonly descent: number;
  readonly unitsPerEm: number;
}

export interface SourceFont {
  /** The characters it may provide. */
  readonly provides: 'symbols' | 'letters' | 'both' | RegExp;
  /** Whether its characters need a font of their own, which keeps the tables for joining letters and placing marks. @default false */
  readonly needsShaping?: boolean;
  readonly family: 'Understudy Mono' | 'Understudy Sans';
  readonly file: (weight: 400 | 700) => string;
  readonly axes?: (weight: 400 | 700) => Record<string, number>;
  readonly fit: (glyph: SourceGlyph, target: GlyphTarget) => Transform;
  /** Whether a character connects to the next row and therefore must overlap it. */
  readonly connectsRows?: ((code: number) => boolean) | undefined;
}

/** Symbols are centred at half the height of capitals, in em. */
const SYMBOL_CENTRE = 0.36;

/** The part of its cells that a symbol may fill. */
const MAX_CELL_FILL = 0.96;

/** Keeps the size and position of a glyph. */
const keepSize = ({ unitsPerEm }: SourceGlyph, target: GlyphTarget): Transform => {
  const scale = target.unitsPerEm / unitsPerEm;
  return { sx: scale, sy: scale, dx: 0, dy: 0 };
};

/** Centres a glyph in its cells, scaled down if it is too large. */
const fitInside = ({ box, unitsPerEm }: SourceGlyph, target: GlyphTarget): Transform => {
  const { cellWidth = target.unitsPerEm } = target;
  const naturalScale = target.unitsPerEm / unitsPerEm;
  const scale = Math.min(
    naturalScale,
    (MAX_CELL_FILL * cellWidth) / (box.right - box.left),
    (MAX_CELL_FILL * (target.ascent + target.descent)) / (box.top - box.bottom),
  );
  const axis = SYMBOL_CENTRE * target.unitsPerEm;
  return { sx: scale, sy: scale, dx: cellWidth / 2 - (scale * (box.left + box.right)) / 2, dy: axis - scale * SYMBOL_CENTRE * unitsPerEm };
};

/** Stretches the box `from` over the whole of the cells, so that neighbours touch. */
const stretchToFill = (from: BoundingBox, { cellWidth = 0, ascent, descent }: GlyphTarget): Transform => {
  const [sx, sy] = [cellWidth / (from.right - from.left), (ascent + descent) / (from.top - from.bottom)];
  return { sx, sy, dx: -from.left * sx, dy: -descent - from.bottom * sy };
};

/** Centres a glyph in its cells at its own height, narrower if it is too wide. Marks without a cell keep their size and position. */
const fitWidth = (glyph: SourceGlyph, target: GlyphTarget): Transform => {
  const { cellWidth } = target;
  if (!cellWidth) return keepSize(glyph, target);
  const naturalScale = target.unitsPerEm / glyph.unitsPerEm;
  const { left, right } = glyph.box;
  const sx = Math.min(naturalScale, (MAX_CELL_FILL * cellWidth) / (right - left));
  return { sx, sy: naturalScale, dx: cellWidth / 2 - (sx * (left + right)) / 2, dy: 0 };
};

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last;

/** The cell of block mosaics in Noto Sans Symbols 2. */
const MOSAIC_BOX: BoundingBox = { left: 0, bottom: -161, right: 1000, top: 839 };
const isMosaic = (code: number): boolean => isBetween(code, 0x1fb00, 0x1fbaf);
const fitMosaic = (glyph: SourceGlyph, target: GlyphTarget): Transform =>
  isMosaic(glyph.code) ? stretchToFill(MOSAIC_BOX, target) : fitInside(glyph, target);

/** Stretches the separators of powerline prompts. */
const fitSeparator = (glyph: SourceGlyph, target: GlyphTarget): Transform =>
  isBetween(glyph.code, 0xe0b0, 0xe0d7) ? stretchToFill(glyph.box, target) : fitInside(glyph, target);

const dejavu =
  (name: 'DejaVuSansMono' | 'DejaVuSans') =>
  (weight: 400 | 700): string =>
    fontFilePath(`dejavu-fonts-ttf/ttf/${name}${weight === 700 ? '-Bold' : ''}.ttf`);
const symbolFont = { provides: 'symbols', family: 'Understudy Mono' } as const;

/** The first font that has a character provides it. */
export const SOURCE_FONTS = {
  mono: { provides: 'both', family: 'Understudy Mono', file: dejavu('DejaVuSansMono'), fit: keepSize },
  symbols: {
    ...symbolFont,
    file: (weight) => fontFilePath(`@fontsource/noto-sans-symbols/files/noto-sans-symbols-symbols-${weight}-normal.woff2`),
    fit: fitInside,
  },
  'symbols-2': {
    ...symbolFont,
    file: () => fontFilePath('@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2'),
    fit: fitMosaic,
    connectsRows: isMosaic,
  },
  sans: { ...symbolFont, file: dejavu('DejaVuSans'), fit: fitInside },
  nerd: { ...symbolFont, file: () => fontFilePath('@azurity/pure-nerd-font/PureNerdFont.woff2'), fit: fitSeparator },
  inter: {
    provides: 'letters',
    family: 'Understudy Sans',
    file: () => fontFilePath('inter-ui/variable/InterVariable.woff2'),
    axes: (wght) => ({ opsz: 14, wght }),
    fit: keepSize,
  },
  // The terminal prints the presentation forms of Arabic letters; on pages the browser joins letters.
  'arabic-mono': {
    provides: /^[\u064B-\u065F\u0670\uFB50-\uFBFF\uFE80-\uFEFC]$/u,
    family: 'Understudy Mono',
    file: dejavu('DejaVuSansMono'),
    fit: keepSize,
  },
  'hebrew-mono': { provides: /^[\u0591-\u05F4]$/u, family: 'Understudy Mono', file: dejavu('DejaVuSans'), fit: fitWidth },
  script: {
    provides: /^[\u0591-\u05F4\u0600-\u06FF\u0750-\u077F]$/u,
    family: 'Understudy Sans',
    file: dejavu('DejaVuSans'),
    fit: keepSize,
    needsShaping: true,
  },
} as const satisfies Record<string, SourceFont>;

export type SourceFontName = keyof typeof SOURCE_FONTS;
