import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { cardFontFamily } from '../prerender/cardFontFamily.ts';
import type { EmojiPaths } from '../prerender/fontRuns';
import type { Story } from '../core/story';
import { readColourFont, type ColourFont } from '../fonts/colourFont.ts';
import { readContours, contoursToSvgPath } from '../fonts/contours.ts';
import { isEmoji, fontSourceOf } from '../fonts/coverage.ts';
import { buildStoryFont, readEmojiFont } from '../fonts/buildStoryFont.ts';
import { listStoryFonts } from '../fonts/listStoryFonts.ts';
import { ROOT } from '../project/root.ts';

/** Draws SVG as PNG with the page's own fonts, without a browser, the same on every machine. */
export interface Rasterizer {
  /** `svg` as a PNG, scaled to a width in pixels. */
  renderPng(svg: string, width: number): Uint8Array;
  /** How wide `text` is in the sans face, in pixels. Emoji count for nothing. */
  measure(text: string, size: number, weight: number): number;
  /** The picture of a cluster that is an emoji; undefined for any other. The painter's fonts have none of them. */
  emoji(cluster: string): EmojiPaths | undefined;
}

const require = createRequire(import.meta.url);

/** Packages without types, and the parts used. */
const { convert } = require('fontverter') as { convert(font: Uint8Array, to: 'sfnt'): Promise<Uint8Array> };
const subset = require('subset-font') as (
  font: Uint8Array,
  text: string,
  options: { targetFormat: 'sfnt'; variationAxes: Record<string, number> },
) => Promise<Uint8Array>;

let wasmReady: Promise<void> | undefined;

/** The painter of a story's pictures, which takes a moment to make. */
export async function createRasterizer(story: Story): Promise<Rasterizer> {
  await (wasmReady ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm));
  const fontBuffers = [...(await bundledFontBuffers()), ...(await storyFontBuffers(story))];
  const colours = readColourFont(await readEmojiFont());
  const load = (svg: string, width?: number) =>
    new Resvg(svg, {
      font: { fontBuffers, defaultFontFamily: 'Inter Variable' },
      textRendering: 1,
      ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
    });
  return {
    renderPng: (svg, width) => load(svg, width).render().asPng(),
    measure: (text, size, weight) => {
      const entities = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="200"><text y="100" font-family="${cardFontFamily(text)}" font-size="${size}" font-weight="${weight}">${entities}</text></svg>`;
      return load(svg).getBBox()?.width ?? 0;
    },
    emoji: (cluster) => (isEmoji(cluster) ? emojiPaths(colours, cluster) : undefined),
  };
}

/** A mark must be in the font of its letter. */
const COMBINING_MARK = /\p{Mn}/u;

/** Letters and signs from the space to the tilde. */
const PRINTABLE_ASCII = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index));

/** The faces as the painter reads them: unpacked, and each weight of the sans face on its own. */
async function bundledFontBuffers(): Promise<Uint8Array[]> {
  const read = (name: string) => readFile(path.join(ROOT, 'src/fonts', name));
  const sans = await Promise.all(['sans.woff2', 'sans-more.woff2'].map(read));
  const coverage = JSON.parse(await readFile(path.join(ROOT, 'src/fonts/coverage.json'), 'utf8')) as Record<string, [number, number][]>;
  const letters = (coverage['Understudy Sans'] ?? [])
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
    .join('');
  const weights = [400, 600, 700].flatMap((wght) =>
    sans.map((file) => subset(file, letters, { targetFormat: 'sfnt', variationAxes: { wght } })),
  );
  const mono = ['mono-400.woff2', 'mono-400-more.woff2', 'mono-700.woff2', 'mono-700-more.woff2'].map(async (name) =>
    convert(await read(name), 'sfnt'),
  );
  return Promise.all([...weights, ...mono]);
}

/**
 * The story's own faces: the painter takes from them what the others lack. Those of pages do for the terminal too, as it places
 * every sign; the terminal's give what pages borrow from it.
 */
async function storyFontBuffers(story: Story): Promise<Uint8Array[]> {
  const faces = listStoryFonts(story).flatMap((face) => {
    // A line from right to left is set in one font, its Latin words as well.
    if (face.shaped) return [{ ...face, characters: [...face.characters, ...PRINTABLE_ASCII] }];
    if (face.family === 'Understudy Sans') return [face];
    const characters =
      face.family === 'Understudy Mono'
        ? face.characters.filter((char) => fontSourceOf(char, 'Understudy Sans') === undefined || COMBINING_MARK.test(char))
        : [];
    return characters.length === 0 ? [] : [{ ...face, characters }];
  });
  return Promise.all(faces.map(async (face) => convert(await buildStoryFont(face), 'sfnt')));
}

/** The layers of an emoji as paths, from below. */
function emojiPaths({ layersOf, colourOf, readGlyph, unitsPerEm }: ColourFont, cluster: string): EmojiPaths | undefined {
  const layers = layersOf(cluster)?.map(({ glyph, colour }) => {
    const { hex = 'currentColor', opacity = 1 } = colourOf(colour) ?? {};
    return { d: contoursToSvgPath(readContours(readGlyph, glyph)), fill: hex, opacity };
  });
  return layers && { units: unitsPerEm, layers };
}
