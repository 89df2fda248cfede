/** Fonts a story's own are cut from: signs and letters the bundled files lack. `npm run fonts` lists what each has. */
import { createRequire } from 'node:module';
import type { Box, Transform } from './contours.ts';

/** A glyph as its font draws it, in units of that font. */
export interface Drawn {
  readonly code: number;
  readonly box: Box;
  readonly advance: number;
  /** Units of its font to the em. */
  readonly units: number;
}

/** Where a glyph goes, in units of the font that is made. */
export interface Target {
  /** The cells of the terminal it takes; undefined on pages, where it keeps its own width. */
  readonly width: number | undefined;
  readonly ascent: number;
  readonly descent: number;
  readonly units: number;
}

export interface Donor {
  /** What is taken of it. */
  readonly gives: 'signs' | 'letters' | 'both' | RegExp;
  /** Whether its characters are cut with what joins letters and places marks, in a face of their own. @default false */
  readonly shaped?: boolean;
  /** For pages, or for the terminal. */
  readonly family: 'Understudy Mono' | 'Understudy Sans';
  readonly file: (weight: 400 | 700) => string;
  readonly axes?: (weight: 400 | 700) => Record<string, number>;
  readonly fit: (glyph: Drawn, target: Target) => Transform;
  /** Whether a sign goes on from row to row, so that it has to overlap the next. */
  readonly isJoined?: ((code: number) => boolean) | undefined;
}

const require = createRequire(import.meta.url);

/** Half the height of capitals, in em: what signs are centred on. */
const AXIS = 0.36;

/** How much of its cells a sign may take. */
const ROOM = 0.96;

/** As drawn. */
const asDrawn = ({ units }: Drawn, target: Target): Transform => {
  const scale = target.units / units;
  return { sx: scale, sy: scale, dx: 0, dy: 0 };
};

/** Inside its cells, made smaller where it would not fit, and centred. */
const inside = ({ box, units }: Drawn, target: Target): Transform => {
  const { width = target.units } = target;
  const natural = target.units / units;
  const scale = Math.min(
    natural,
    (ROOM * width) / (box.right - box.left),
    (ROOM * (target.ascent + target.descent)) / (box.top - box.bottom),
  );
  const axis = AXIS * target.units;
  return { sx: scale, sy: scale, dx: width / 2 - (scale * (box.left + box.right)) / 2, dy: axis - scale * AXIS * units };
};

/** Over the whole of its cells: what `from` holds is stretched to them, so that it meets its neighbours. */
const filling = (from: Box, { width = 0, ascent, descent }: Target): Transform => {
  const [sx, sy] = [width / (from.right - from.left), (ascent + descent) / (from.top - from.bottom)];
  return { sx, sy, dx: -from.left * sx, dy: -descent - from.bottom * sy };
};

/** In the middle of its cells, as high as drawn, and narrower where it would not fit; marks of no cell as drawn. */
const narrowed = (glyph: Drawn, target: Target): Transform => {
  const { width } = target;
  if (!width) return asDrawn(glyph, target);
  const natural = target.units / glyph.units;
  const { left, right } = glyph.box;
  const sx = Math.min(natural, (ROOM * width) / (right - left));
  return { sx, sy: natural, dx: width / 2 - (sx * (left + right)) / 2, dy: 0 };
};

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last;

/** The cell Noto Sans Symbols 2 draws the block mosaics of early computers in. */
const MOSAIC: Box = { left: 0, bottom: -161, right: 1000, top: 839 };
const isMosaic = (code: number): boolean => isBetween(code, 0x1fb00, 0x1fbaf);
const mosaic = (glyph: Drawn, target: Target): Transform => (isMosaic(glyph.code) ? filling(MOSAIC, target) : inside(glyph, target));

/** The separators of powerline prompts. */
const separator = (glyph: Drawn, target: Target): Transform =>
  isBetween(glyph.code, 0xe0b0, 0xe0d7) ? filling(glyph.box, target) : inside(glyph, target);

const dejavu = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const signs = { gives: 'signs', family: 'Understudy Mono' } as const;

/** In the order in which they are asked for a character. */
export const DONORS = {
  mono: {
    gives: 'both',
    family: 'Understudy Mono',
    file: (weight) => dejavu(weight === 700 ? 'DejaVuSansMono-Bold' : 'DejaVuSansMono'),
    fit: asDrawn,
  },
  symbols: {
    ...signs,
    file: (weight) => require.resolve(`@fontsource/noto-sans-symbols/files/noto-sans-symbols-symbols-${weight}-normal.woff2`),
    fit: inside,
  },
  'symbols-2': {
    ...signs,
    file: () => require.resolve('@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2'),
    fit: mosaic,
    isJoined: isMosaic,
  },
  sans: { ...signs, file: (weight) => dejavu(weight === 700 ? 'DejaVuSans-Bold' : 'DejaVuSans'), fit: inside },
  nerd: { ...signs, file: () => require.resolve('@azurity/pure-nerd-font/PureNerdFont.woff2'), fit: separator },
  inter: {
    gives: 'letters',
    family: 'Understudy Sans',
    file: () => require.resolve('inter-ui/variable/InterVariable.woff2'),
    axes: (wght) => ({ opsz: 14, wght }),
    fit: asDrawn,
  },
  // The terminal has Arabic letters in their joined forms, pages have the letters, which the browser joins.
  'arabic-mono': {
    gives: /^[\u064B-\u065F\u0670\uFB50-\uFBFF\uFE80-\uFEFC]$/u,
    family: 'Understudy Mono',
    file: (weight) => dejavu(weight === 700 ? 'DejaVuSansMono-Bold' : 'DejaVuSansMono'),
    fit: asDrawn,
  },
  'hebrew-mono': {
    gives: /^[\u0591-\u05F4]$/u,
    family: 'Understudy Mono',
    file: (weight) => dejavu(weight === 700 ? 'DejaVuSans-Bold' : 'DejaVuSans'),
    fit: narrowed,
  },
  script: {
    gives: /^[\u0591-\u05F4\u0600-\u06FF\u0750-\u077F]$/u,
    family: 'Understudy Sans',
    file: (weight) => dejavu(weight === 700 ? 'DejaVuSans-Bold' : 'DejaVuSans'),
    fit: asDrawn,
    shaped: true,
  },
} as const satisfies Record<string, Donor>;

export type DonorName = keyof typeof DONORS;

/** The licences that go with what is made of them, by the name each gets beside the bundled ones. */
export const DONOR_LICENCES: Readonly<Record<string, string>> = {
  'NotoSymbols.txt': require.resolve('@fontsource/noto-sans-symbols/LICENSE'),
};
