import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Story } from '../../core/story';
import { cutFace } from '../fonts/cut.ts';
import { facesOf } from '../fonts/faces.ts';
import { ROOT } from './root.ts';

/** Draws SVG as PNG with the page's own fonts, without a browser, the same on every machine. */
export interface Painter {
  /** `svg` as a PNG, scaled to a width in pixels. */
  png(svg: string, width: number): Uint8Array;
  /** How wide `text` is in the sans face, in pixels. */
  measure(text: string, size: number, weight: number): number;
}

const require = createRequire(import.meta.url);

/** Packages without types, and the parts used. */
const { convert } = require('fontverter') as { convert(font: Uint8Array, to: 'sfnt'): Promise<Uint8Array> };
const subset = require('subset-font') as (font: Uint8Array, text: string, options: { targetFormat: 'sfnt'; variationAxes: Record<string, number> }) => Promise<Uint8Array>;

let ready: Promise<void> | undefined;

/** The painter of a story's pictures, which takes a moment to make. */
export async function getPainter(story: Story): Promise<Painter> {
  await (ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm));
  const fontBuffers = [...(await fonts()), ...(await ownFonts(story))];
  const load = (svg: string, width?: number) =>
    new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Inter Variable' }, textRendering: 1, ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }) });
  return {
    png: (svg, width) => load(svg, width).render().asPng(),
    measure: (text, size, weight) => {
      const entities = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="200"><text y="100" font-family="Inter Variable" font-size="${size}" font-weight="${weight}">${entities}</text></svg>`;
      return load(svg).getBBox()?.width ?? 0;
    },
  };
}

/** The faces as the painter reads them: unpacked, and each weight of the sans face on its own. */
async function fonts(): Promise<Uint8Array[]> {
  const read = (name: string) => readFile(path.join(ROOT, 'src/fonts', name));
  const sans = await Promise.all(['sans.woff2', 'sans-more.woff2'].map(read));
  const coverage = JSON.parse(await readFile(path.join(ROOT, 'src/fonts/coverage.json'), 'utf8')) as Record<string, [number, number][]>;
  const letters = (coverage['Understudy Sans'] ?? []).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))).join('');
  const weights = [400, 600, 700].flatMap((wght) => sans.map((file) => subset(file, letters, { targetFormat: 'sfnt', variationAxes: { wght } })));
  const mono = ['mono-400.woff2', 'mono-400-more.woff2', 'mono-700.woff2', 'mono-700-more.woff2'].map(async (name) => convert(await read(name), 'sfnt'));
  return Promise.all([...weights, ...mono]);
}

/** The story's own faces: the painter takes from them what the others lack. Those of pages do for the terminal too, as it places every sign. */
async function ownFonts(story: Story): Promise<Uint8Array[]> {
  const faces = facesOf(story).filter(({ family }) => family === 'Understudy Sans');
  return Promise.all(faces.map(async (face) => convert(await cutFace(face), 'sfnt')));
}
