import { unicodeRange, type CodePointRange } from '../../src/fonts/codePointRanges';
import { EMOJI_FAMILY, MONO_FAMILY, SANS_FAMILY, STORY_FAMILY } from '../../src/fonts/families';
import type { SfntMetrics } from '../../src/fonts/sfnt';

export interface FontFace {
  readonly family: string;
  readonly name: string;
  readonly weight: string;
  readonly display: 'block' | 'swap';
  readonly range?: readonly CodePointRange[];
  readonly sizeAdjust?: number;
  /** Set to the font's own metrics: FreeType in Firefox would round ascent and descent up, and leave gaps between terminal rows. */
  readonly lineMetrics?: SfntMetrics;
}

const percent = (value: number): string => `${(value * 100).toFixed(2)}%`;

function fontFaceRule({ family, name, weight, display, range, sizeAdjust, lineMetrics }: FontFace): string {
  const lines = [
    `font-family: '${family}'`,
    `src: url('./${name}.woff2') format('woff2')`,
    `font-weight: ${weight}`,
    'font-style: normal',
    `font-display: ${display}`,
    ...(sizeAdjust === undefined ? [] : [`size-adjust: ${percent(sizeAdjust)}`]),
    ...(lineMetrics
      ? [`ascent-override: ${percent(lineMetrics.ascent)}`, `descent-override: ${percent(lineMetrics.descent)}`, 'line-gap-override: 0%']
      : []),
    ...(range ? [`unicode-range: ${unicodeRange(range)}`] : []),
  ];
  return `@font-face {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`;
}

/** Minifiers keep comments that start with an exclamation mark, so the credit for the emoji reaches every built page. */
const HEADER = `/*! Fonts, each cut down: DejaVu Sans Mono (Bitstream Vera licence); Inter (SIL OFL 1.1);
 * Twemoji, © Twitter, Inc. and other contributors (artwork CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). */
/* Written by \`npm run fonts\`; change tools/fonts.ts instead. */
`;

const listOf = (...families: string[]): string => families.map((family) => `'${family}'`).join(', ');

const STACKS = `:root {
  --font-mono: ${listOf(EMOJI_FAMILY, MONO_FAMILY, STORY_FAMILY)}, ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --font-sans: ${listOf(EMOJI_FAMILY, SANS_FAMILY, STORY_FAMILY, MONO_FAMILY)}, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
`;

/** Returns src/fonts/fonts.css, before formatting. */
export function fontsCss(faces: readonly FontFace[]): string {
  return [HEADER, ...faces.map(fontFaceRule), STACKS].join('\n');
}
