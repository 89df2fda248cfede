import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import UPNG from 'upng-js';
import { expect, test } from 'vitest';
import { Card, CARD } from '../../src/app/Card';
import { getPainter } from '../../src/build/page/pictures';
import { compileStory } from '../../src/build/pipeline';
import { timelineOf } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describe } from '../../src/kinds/registry';
import { makeFolder } from './folder';
import { storyOf } from './check/subject';

/** Bundled, newer than the bundled, with a selector, joined, with a skin tone, flags of both kinds, a keycap. */
const EMOJI = ['🔒', '⚡', '🫠', '⚠️', '👩‍💻', '❤️‍🔥', '👍🏽', '🇩🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣'];

/** The card of a story that shows `title`, and the same words in its terminal. */
async function cardOf(title: string): Promise<{ readonly svg: string; readonly png: Uint8Array }> {
  const { story } = await compileStory(await makeFolder(storyOf({ blocks: [{ type: 'text', lines: [`> ${title} | é x̂ ⏺ ⎿`] }], story: { title } })));
  const painter = await getPainter(story);
  const svg = renderToStaticMarkup(createElement(Card, { timeline: timelineOf(fillStory(story), describe), pen: painter }));
  return { svg, png: painter.png(svg, CARD.width) };
}

test('emoji of every kind are drawn as paths, and none is left to the fonts', async () => {
  const painter = await getPainter((await compileStory('examples/hello')).story);
  for (const emoji of EMOJI) expect(painter.emoji(emoji)?.layers.length, emoji).toBeGreaterThan(0);
  expect(['a', '1', '⚠', '⚠︎', '→', '漢'].filter((text) => painter.emoji(text))).toEqual([]);
  const { svg } = await cardOf(`Go ${EMOJI.join(' ')} on`);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text = '']) => text);
  expect(texts.join('')).not.toMatch(/[\p{Emoji_Presentation}\p{Regional_Indicator}\ufe0f\u200d\u20e3]/u);
  // Once in the title and once in the terminal.
  expect(svg.match(/<g transform="translate\([^)]*\) scale\(/gu)).toHaveLength(2 * EMOJI.length);
});

test('words beside an emoji stand where they would beside a space as wide', async () => {
  const { svg } = await cardOf('One 🔒 two');
  const left = (text: string): number => Number(new RegExp(`<text x="([\\d.]+)"[^>]*font-size="60"[^>]*>${text}</text>`, 'u').exec(svg)?.[1]);
  expect(left('One ')).toBe(64);
  const painter = await getPainter((await compileStory('examples/hello')).story);
  const one = painter.measure('|One |', 60, 700) - painter.measure('||', 60, 700);
  expect(left(' two')).toBeCloseTo(64 + one + 1.204 * 60, 1);
});

test('the picture shows the colours of its emoji', async () => {
  const red = async (title: string): Promise<number> => {
    const [pixels] = UPNG.toRGBA8(UPNG.decode(Uint8Array.from((await cardOf(title)).png).buffer));
    const bytes = new Uint8Array(pixels!);
    let count = 0;
    // The red of ❤️, in the rows of the title.
    for (let at = 90 * CARD.width * 4; at < 180 * CARD.width * 4; at += 4) if (bytes[at] === 0xdd && bytes[at + 1] === 0x2e && bytes[at + 2] === 0x44) count += 1;
    return count;
  };
  expect(await red('Love ❤️')).toBeGreaterThan(500);
  expect(await red('Love ❤')).toBe(0);
});
