/** Fonts a story's own are cut from: signs and letters the bundled files lack. `npm run fonts` lists what each has. */
import type { BoundingBox, Transform } from './contours.ts';
import { fontFilePath } from './fontFile.ts';

/** A glyph as its font draws it, in units of that font. */
export interface SourceGlyph {
  readonly code: number;
  readonly box: BoundingBox;
  readonly advance: number;
  /** Units of its font to the em. */
  readonly unitsPerEm: number;
}

/** Where a glyph goes, in units of the font that is made. */
export interface GlyphTarget {
  /** The cells of the terminal it takes; undefined on pages, where it keeps its own width. */
  readonly cellWidth: number | undefined;
  readonly ascent: number;
  readonly descent: number;
  readonly unitsPerEm: number;
}

export interface SourceFont {
  /** What is taken of it. */
  readonly gives: 'signs' | 'letters' | 'both' | RegExp;
  /** Whether its characters are cut with what joins letters and places marks, in a face of their own. @default false */
  readonly needsShaping?: boolean;
  /** For pages, or for the terminal. */
  readonly family: 'Understudy Mono' | 'Understudy Sans';
  readonly file: (weight: 400 | 700) => string;
  readonly axes?: (weight: 400 | 700) => Record<string, number>;
  readonly fit: (glyph: SourceGlyph, target: GlyphTarget) => Transform;
  /** Whether a sign goes on from row to row, so that it has to overlap the next. */
  readonly isJoined?: ((code: number) => boolean) | undefined;
}

/** Half the height of capitals, in em: what signs are centred on. */
const SYMBOL_CENTRE = 0.36;

/** How much of its cells a sign may take. */
const MAX_CELL_FILL = 0.96;

/** As drawn. */
const keepSize = ({ unitsPerEm }: SourceGlyph, target: GlyphTarget): Transform => {
  const scale = target.unitsPerEm / unitsPerEm;
  return { sx: scale, sy: scale, dx: 0, dy: 0 };
};

/** Inside its cells, made smaller where it would not fit, and centred. */
const fitInside = ({ box, unitsPerEm }: SourceGlyph, target: GlyphTarget): Transform => {
  const { cellWidth = target.unitsPerEm } = target;
  const natural = target.unitsPerEm / unitsPerEm;
  const scale = Math.min(
    natural,
    (MAX_CELL_FILL * cellWidth) / (box.right - box.left),
    (MAX_CELL_FILL * (target.ascent + target.descent)) / (box.top - box.bottom),
  );
  const axis = SYMBOL_CENTRE * target.unitsPerEm;
  return { sx: scale, sy: scale, dx: cellWidth / 2 - (scale * (box.left + box.right)) / 2, dy: axis - scale * SYMBOL_CENTRE * unitsPerEm };
};

/** Over the whole of its cells: what `from` holds is stretched to them, so that it meets its neighbours. */
const stretchToFill = (from: BoundingBox, { cellWidth = 0, ascent, descent }: GlyphTarget): Transform => {
  const [sx, sy] = [cellWidth / (from.right - from.left), (ascent + descent) / (from.top - from.bottom)];
  return { sx, sy, dx: -from.left * sx, dy: -descent - from.bottom * sy };
};

/** In the middle of its cells, as high as drawn, and narrower where it would not fit; marks of no cell as drawn. */
const fitWidth = (glyph: SourceGlyph, target: GlyphTarget): Transform => {
  const { cellWidth } = target;
  if (!cellWidth) return keepSize(glyph, target);
  const natural = target.unitsPerEm / glyph.unitsPerEm;
  const { left, right } = glyph.box;
  const sx = Math.min(natural, (MAX_CELL_FILL * cellWidth) / (right - left));
  return { sx, sy: natural, dx: cellWidth / 2 - (sx * (left + right)) / 2, dy: 0 };
};

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last;

/** The cell Noto Sans Symbols 2 draws the block mosaics of early computers in. */
const MOSAIC_BOX: BoundingBox = { left: 0, bottom: -161, right: 1000, top: 839 };
const isMosaic = (code: number): boolean => isBetween(code, 0x1fb00, 0x1fbaf);
const fitMosaic = (glyph: SourceGlyph, target: GlyphTarget): Transform =>
  isMosaic(glyph.code) ? stretchToFill(MOSAIC_BOX, target) : fitInside(glyph, target);

/** The separators of powerline prompts. */
const fitSeparator = (glyph: SourceGlyph, target: GlyphTarget): Transform =>
  isBetween(glyph.code, 0xe0b0, 0xe0d7) ? stretchToFill(glyph.box, target) : fitInside(glyph, target);

const dejavu = (name: 'DejaVuSansMono' | 'DejaVuSansMono-Bold' | 'DejaVuSans' | 'DejaVuSans-Bold'): string =>
  fontFilePath(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const symbolFont = { gives: 'signs', family: 'Understudy Mono' } as const;

/** In the order in which they are asked for a character. */
export const SOURCE_FONTS = {
  mono: {
    gives: 'both',
    family: 'Understudy Mono',
    file: (weight) => dejavu(weight === 700 ? 'DejaVuSansMono-Bold' : 'DejaVuSansMono'),
    fit: keepSize,
  },
  symbols: {
    ...symbolFont,
    file: (weight) => fontFilePath(`@fontsource/noto-sans-symbols/files/noto-sans-symbols-symbols-${weight}-normal.woff2`),
    fit: fitInside,
  },
  'symbols-2': {
    ...symbolFont,
    file: () => fontFilePath('@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2'),
    fit: fitMosaic,
    isJoined: isMosaic,
  },
  sans: { ...symbolFont, file: (weight) => dejavu(weight === 700 ? 'DejaVuSans-Bold' : 'DejaVuSans'), fit: fitInside },
  nerd: { ...symbolFont, file: () => fontFilePath('@azurity/pure-nerd-font/PureNerdFont.woff2'), fit: fitSeparator },
  inter: {
    gives: 'letters',
    family: 'Understudy Sans',
    file: () => fontFilePath('inter-ui/variable/InterVariable.woff2'),
    axes: (wght) => ({ opsz: 14, wght }),
    fit: keepSize,
  },
  // The terminal has Arabic letters in their joined forms, pages have the letters, which the browser joins.
  'arabic-mono': {
    gives: /^[\u064B-\u065F\u0670\uFB50-\uFBFF\uFE80-\uFEFC]$/u,
    family: 'Understudy Mono',
    file: (weight) => dejavu(weight === 700 ? 'DejaVuSansMono-Bold' : 'DejaVuSansMono'),
    fit: keepSize,
  },
  'hebrew-mono': {
    gives: /^[\u0591-\u05F4]$/u,
    family: 'Understudy Mono',
    file: (weight) => dejavu(weight === 700 ? 'DejaVuSans-Bold' : 'DejaVuSans'),
    fit: fitWidth,
  },
  script: {
    gives: /^[\u0591-\u05F4\u0600-\u06FF\u0750-\u077F]$/u,
    family: 'Understudy Sans',
    file: (weight) => dejavu(weight === 700 ? 'DejaVuSans-Bold' : 'DejaVuSans'),
    fit: keepSize,
    needsShaping: true,
  },
} as const satisfies Record<string, SourceFont>;

export type SourceFontName = keyof typeof SOURCE_FONTS;
