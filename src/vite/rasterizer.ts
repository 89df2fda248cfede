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
import { ROOT } from '../project/project.mjs';
import { escapeHtml } from './html.ts';

/** Renders SVG with the page's own fonts and without a browser, so that every machine gives the same picture. */
export interface Rasterizer {
  /** Renders `svg` as a PNG of this width in pixels. */
  renderPng(svg: string, width: number): Uint8Array;
  /** Returns the width of `text` in the sans font, in pixels. Emoji have no width. */
  measure(text: string, size: number, weight: number): number;
  /** Returns the outlines of an emoji, which the renderer's fonts lack; undefined for other clusters. */
  emoji(cluster: string): EmojiPaths | undefined;
}

const require = createRequire(import.meta.url);

/** These packages have no types. */
const { convert } = require('fontverter') as { convert(font: Uint8Array, to: 'sfnt'): Promise<Uint8Array> };
const subset = require('subset-font') as (
  font: Uint8Array,
  text: string,
  options: { targetFormat: 'sfnt'; variationAxes: Record<string, number> },
) => Promise<Uint8Array>;

let wasmReady: Promise<void> | undefined;

/** Creates a rasterizer with all fonts that a story needs. */
export async function createRasterizer(story: Story): Promise<Rasterizer> {
  await (wasmReady ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm));
  const fontBuffers = [...(await bundledFontBuffers()), ...(await storyFontBuffers(story))];
  const colours = readColourFont(await readEmojiFont());
  const options = { font: { fontBuffers, defaultFontFamily: 'Inter Variable' }, textRendering: 1 } as const;
  return {
    renderPng: (svg, width) => new Resvg(svg, { ...options, fitTo: { mode: 'width', value: width } }).render().asPng(),
    measure: (text, size, weight) => {
      const font = `font-family="${cardFontFamily(text)}" font-size="${size}" font-weight="${weight}"`;
      const element = `<text y="100" ${font}>${escapeHtml(text)}</text>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="200">${element}</svg>`;
      return new Resvg(svg, options).getBBox()?.width ?? 0;
    },
    emoji: (cluster) => (isEmoji(cluster) ? emojiPaths(colours, cluster) : undefined),
  };
}

/** A combining mark must be in the font of its letter. */
const COMBINING_MARK = /\p{Mn}/u;

const PRINTABLE_ASCII = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index));

/** Unpacks the bundled fonts, with a font for each weight of the variable sans font. */
async function bundledFontBuffers(): Promise<Uint8Array[]> {
  const read = (name: string) => readFile(path.join(ROOT, 'src/fonts', name));
  const sans = await Promise.all(['sans.woff2', 'sans-more.woff2'].map(read));
  const coverage = JSON.parse(await readFile(path.join(ROOT, 'src/fonts/coverage.json'), 'utf8')) as Record<string, [number, number][]>;
  const characters = (coverage['Understudy Sans'] ?? [])
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
    .join('');
  const weights = [400, 600, 700].flatMap((wght) =>
    sans.map((file) => subset(file, characters, { targetFormat: 'sfnt', variationAxes: { wght } })),
  );
  const mono = ['mono-400.woff2', 'mono-400-more.woff2', 'mono-700.woff2', 'mono-700-more.woff2'].map(async (name) =>
    convert(await read(name), 'sfnt'),
  );
  return Promise.all([...weights, ...mono]);
}

/** Builds the fonts for characters that the bundled ones lack. Monospaced fonts only provide what no sans font has. */
async function storyFontBuffers(story: Story): Promise<Uint8Array[]> {
  const fonts = listStoryFonts(story).flatMap((font) => {
    // A right-to-left line is set in one font, including its Latin words.
    if (font.shaped) return [{ ...font, characters: [...font.characters, ...PRINTABLE_ASCII] }];
    if (font.family === 'Understudy Sans') return [font];
    const characters =
      font.family === 'Understudy Mono'
        ? font.characters.filter((char) => fontSourceOf(char, 'Understudy Sans') === undefined || COMBINING_MARK.test(char))
        : [];
    return characters.length === 0 ? [] : [{ ...font, characters }];
  });
  return Promise.all(fonts.map(async (font) => convert(await buildStoryFont(font), 'sfnt')));
}

/** Returns the layers of an emoji as paths, bottom first. */
function emojiPaths({ layersOf, colourOf, readGlyph, unitsPerEm }: ColourFont, cluster: string): EmojiPaths | undefined {
  const layers = layersOf(cluster)?.map(({ glyph, colour }) => {
    const { hex = 'currentColor', opacity = 1 } = colourOf(colour) ?? {};
    return { d: contoursToSvgPath(readContours(readGlyph, glyph)), fill: hex, opacity };
  });
  return layers && { units: unitsPerEm, layers };
}
