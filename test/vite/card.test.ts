import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import UPNG from 'upng-js';
import { expect, test } from 'vitest';
import { SocialCard, SOCIAL_CARD_SIZE } from '../../src/prerender/SocialCard';
import { renderSocialCard } from '../../src/prerender/prerender';
import { createRasterizer } from '../../src/vite/rasterizer';
import { compileStory } from '../../src/compiler/compileStory';
import { createTimeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';
import { makeFolder } from '../support/folder';
import { storyOf } from '../check/runRule';

/** In the bundled font, newer than it, with a variation selector, joined, with a skin tone, flags of both kinds, a keycap. */
const EMOJI = ['🔒', '⚡', '🫠', '⚠️', '👩‍💻', '❤️‍🔥', '👍🏽', '🇩🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣'];

/** Renders the card of a story with `title` as its title and in its terminal. */
async function cardOf(title: string): Promise<{ readonly svg: string; readonly png: Uint8Array }> {
  const { story } = await compileStory(
    await makeFolder(storyOf({ blocks: [{ type: 'text', lines: [`> ${title} | é x̂ ⏺ ⎿`] }], story: { title } })),
  );
  const rasterizer = await createRasterizer(story);
  const svg = renderToStaticMarkup(
    createElement(SocialCard, { timeline: createTimeline(fillStory(story), describeStep), fonts: rasterizer }),
  );
  return { svg, png: rasterizer.renderPng(svg, SOCIAL_CARD_SIZE.width) };
}

test('emoji of every kind are drawn as paths', async () => {
  const rasterizer = await createRasterizer((await compileStory('examples/hello')).story);
  for (const emoji of EMOJI) expect(rasterizer.emoji(emoji)?.layers.length, emoji).toBeGreaterThan(0);
  expect(['a', '1', '⚠', '⚠︎', '→', '漢'].filter((text) => rasterizer.emoji(text))).toEqual([]);
  const { svg } = await cardOf(`Go ${EMOJI.join(' ')} on`);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text = '']) => text);
  expect(texts.join('')).not.toMatch(/[\p{Emoji_Presentation}\p{Regional_Indicator}\ufe0f\u200d\u20e3]/u);
  // Once in the title and once in the terminal.
  expect(svg.match(/<g transform="translate\([^)]*\) scale\(/gu)).toHaveLength(2 * EMOJI.length);
});

test('text continues after the width of an emoji', async () => {
  const { svg } = await cardOf('One 🔒 two');
  const left = (text: string): number =>
    Number(new RegExp(`<text x="([\\d.]+)"[^>]*font-size="60"[^>]*>${text}</text>`, 'u').exec(svg)?.[1]);
  expect(left('One ')).toBe(64);
  const rasterizer = await createRasterizer((await compileStory('examples/hello')).story);
  const one = rasterizer.measure('|One |', 60, 700) - rasterizer.measure('||', 60, 700);
  expect(left(' two')).toBeCloseTo(64 + one + 1.204 * 60, 1);
});

test('emoji have their colours in the PNG', async () => {
  const red = async (title: string): Promise<number> => {
    const [pixels] = UPNG.toRGBA8(UPNG.decode(Uint8Array.from((await cardOf(title)).png).buffer));
    const bytes = new Uint8Array(pixels!);
    let count = 0;
    // The red of ❤️, in the rows of the title.
    for (let at = 90 * SOCIAL_CARD_SIZE.width * 4; at < 180 * SOCIAL_CARD_SIZE.width * 4; at += 4)
      if (bytes[at] === 0xdd && bytes[at + 1] === 0x2e && bytes[at + 2] === 0x44) count += 1;
    return count;
  };
  expect(await red('Love ❤️')).toBeGreaterThan(500);
  expect(await red('Love ❤')).toBe(0);
});

/** Renders the card of a story in `lang` as the build does: SVG, and the PNG’s pixels. */
async function builtCardOf(title: string, lang: string, block: unknown = { type: 'box', lines: [title] }) {
  const { story } = await compileStory(await makeFolder(storyOf({ blocks: [block], story: { title, lang } })));
  const rasterizer = await createRasterizer(story);
  const { svg } = renderSocialCard(story, rasterizer);
  const [pixels] = UPNG.toRGBA8(UPNG.decode(Uint8Array.from(rasterizer.renderPng(svg, SOCIAL_CARD_SIZE.width)).buffer));
  return { svg, bytes: new Uint8Array(pixels!) };
}

/** Returns the columns in which the title has white pixels, from left to right. */
function inkOf(bytes: Uint8Array): readonly number[] {
  const columns = new Set<number>();
  for (let y = 100; y < 175; y += 1)
    for (let x = 0; x < SOCIAL_CARD_SIZE.width; x += 1) if (bytes[4 * (y * SOCIAL_CARD_SIZE.width + x)]! > 200) columns.add(x);
  return [...columns].toSorted((a, b) => a - b);
}

test.each([
  ['Hebrew', 'he', 'שלום עולם'],
  ['pointed Hebrew', 'he', 'שָׁלוֹם'],
  ['Arabic', 'ar', 'تسجيل الدخول'],
  ['Persian', 'fa', 'می\u200Cخواهم'],
])('%s is complete and right-aligned on the card', async (_, lang, title) => {
  const [letters, gap] = [inkOf((await builtCardOf(title, lang)).bytes), inkOf((await builtCardOf('\u200F-', lang)).bytes)];
  expect(letters.at(-1)).toBeGreaterThan(SOCIAL_CARD_SIZE.width - 64 - 12);
  expect(letters.at(-1)).toBeLessThanOrEqual(SOCIAL_CARD_SIZE.width - 64);
  // Every letter is drawn: no gap is as wide as two letters.
  const widest = letters.slice(1).reduce((most, column, at) => Math.max(most, column - letters[at]!), 0);
  expect(widest).toBeLessThan(40);
  expect(letters.length).toBeGreaterThan(gap.length + 60);
});

test('boxes around right-to-left text are closed', async () => {
  const { svg } = await builtCardOf('שלום (v2)', 'he');
  const edges = [...svg.matchAll(/<text x="([\d. ]+)"[^>]*>([^<]*[│╭╮╰╯][^<]*)<\/text>/gu)].flatMap(([, places = '', text = '']) =>
    Array.from(text).flatMap((char, at) =>
      '│╭╮╰╯'.includes(char) ? [`${'╭╰'.includes(char) ? 'left' : '╮╯'.includes(char) ? 'right' : 'side'} ${places.split(' ')[at]}`] : [],
    ),
  );
  const of = (side: string) => new Set(edges.filter((edge) => edge.startsWith(side)).map((edge) => edge.split(' ')[1]));
  expect(of('left').size).toBe(1);
  expect(of('right').size).toBe(1);
  expect(of('side')).toEqual(new Set([...of('left'), ...of('right')]));
});

test.each([
  ['one word', 'Unbroken'.repeat(100)],
  ['many words', 'many words of all sizes, '.repeat(32).trim()],
  ['wide characters', '漢字'.repeat(400)],
  ['joined emoji', '👩‍💻'.repeat(160)],
])('texts of 800 characters, %s, stay within the card', async (_, text) => {
  const files = storyOf({
    blocks: [{ type: 'box', lines: [text] }],
    story: { title: text, description: text, status: { topic: text, hint: 'Next', end: 'End' } },
  });
  const { story } = await compileStory(
    await makeFolder({ ...files, 'a.json': files['a.json']!.replace('"window": "Terminal"', `"window": "${text}"`) }),
  );
  const rasterizer = await createRasterizer(story);
  const { svg } = renderSocialCard(story, rasterizer);
  expect(svg.match(/ …|…<\/text>/gu)?.length, 'title, description, topic and window').toBe(4);
  const [pixels] = UPNG.toRGBA8(UPNG.decode(Uint8Array.from(rasterizer.renderPng(svg, SOCIAL_CARD_SIZE.width)).buffer));
  const bytes = new Uint8Array(pixels!);
  /** Returns whether a column has pixels lighter than the background. */
  const isInked = (x: number, top: number, bottom: number): boolean => {
    for (let y = top; y < bottom; y += 1) if (bytes[4 * (y * SOCIAL_CARD_SIZE.width + x) + 1]! > 90) return true;
    return false;
  };
  const margins = [...Array.from({ length: 62 }, (__, x) => x), ...Array.from({ length: 62 }, (__, x) => SOCIAL_CARD_SIZE.width - 1 - x)];
  expect(margins.filter((x) => isInked(x, 10, SOCIAL_CARD_SIZE.height))).toEqual([]);
});

test('a story without a terminal has no empty window on its card', async () => {
  const svgOf = async (folder: string): Promise<string> => {
    const { story } = await compileStory(folder);
    const timeline = createTimeline(fillStory(story), describeStep);
    return renderToStaticMarkup(createElement(SocialCard, { timeline, fonts: await createRasterizer(story) }));
  };
  // The dots of the window's bar.
  expect((await svgOf('examples/hello')).match(/<circle/gu)).toHaveLength(3);
  expect(await svgOf('examples/slides')).not.toContain('<circle');
});
