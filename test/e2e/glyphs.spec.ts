import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import UPNG from 'upng-js';
import { splitGraphemes, textWidth } from '../../src/core/terminal/width';
import { expectSettled } from '../support/page';

/** Characters that agents, prompts, spinners and progress bars print, and emoji of every kind. The page's fonts have all of them. */
const DRAWN = [
  '⏺ ⎿ ✻ ✢ ✳ ✶ ✽ ⏵ ⏸ ❯ ➜ ⚙ ⏱',
  '\ue0a0 \ue0b0 \ue0b1 \ue0b2 \ue0b4 \uf115 \ue718 \u{f0a0a}',
  '▏ ▍ █ ░ ▰ ◐ ⠋ ⣿ \u{1fb00} \u{1fb3c} \u{1fb8b}',
  '🫠 🥲 🪄 🩷 ✅ ⚡️',
  '⚠️ ⚠ ❤️ ✔️ 1️⃣ 1 ⏱️',
  '👩‍💻 ❤️‍🔥 👍🏽 ☝🏻 🇩🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👨‍👩‍👧‍👦',
  'é ő Ж ψ ½',
];
/** Emoji newer than the font, and scripts without a font of the page: the system draws them, in their cells. */
const SYSTEM_DRAWN = ['🫩 👩‍🚒‍💻 🇽🇽 x̂', 'नमस्ते क्षत्रिय ที่นี่'];
const LINES = [...DRAWN, ...SYSTEM_DRAWN];

const OUT = 'test-results/glyphs';
const PAGE = pathToFileURL(path.resolve(OUT, 'standalone.html')).href;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  const wide = Math.max(...LINES.map(textWidth));
  // Accents as combining characters, as macOS prints file names.
  const box = LINES.map((line) => `│ ${line.replace('é', 'e\u0301')}${' '.repeat(wide - textWidth(line))} │\r\n`).join('');
  const status = { topic: 'Glyphs', hint: 'n / p', end: 'The end' };
  const notes = { say: 'Say.', point: 'Point.' };
  const files = {
    'story.json': {
      id: 'glyphs',
      lang: 'en',
      title: 'Glyphs',
      description: 'What tools print.',
      status,
      footer: ['Test'],
      scenes: ['a.json', 'b.json'],
    },
    'a.json': {
      kind: 'terminal',
      id: 'a',
      title: 'A',
      window: 'Terminal',
      steps: [{ title: 'Written', notes, blocks: [{ type: 'box', lines: LINES }] }],
    },
    'b.json': { kind: 'recording', id: 'b', title: 'B', window: 'Terminal', file: 'demo.cast' },
  };
  const cast = [{ version: 3, term: { cols: 60, rows: 16 } }, [0, 'o', box]].map((line) => JSON.stringify(line)).join('\n');
  const SCENES = await mkdtemp(path.join(tmpdir(), 'glyphs-'));
  for (const [name, value] of Object.entries(files)) await writeFile(path.join(SCENES, name), JSON.stringify(value));
  await writeFile(path.join(SCENES, 'demo.cast'), cast);
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--mode', 'standalone', '--outDir', OUT], {
    env: { ...process.env, SCENES },
  });
  await rm(SCENES, { recursive: true, force: true });
});

interface Place {
  readonly cluster: string;
  readonly row: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Returns the place of each cluster in the rows that contain a line of the story, in CSS pixels. */
async function placesIn(page: Page, rows: string): Promise<readonly Place[]> {
  const texts = await page.locator(rows).allTextContents();
  const wanted = texts.map((text) => (LINES.some((line) => text.includes(line)) ? splitGraphemes(text.trimEnd()) : []));
  return page.evaluate(
    ({ selector, clusters }) =>
      [...document.querySelectorAll(selector)].flatMap((row, index) => {
        const nodes: Text[] = [];
        const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) nodes.push(walker.currentNode as Text);
        const point = (offset: number, isEnd: boolean): [Text, number] => {
          let at = offset;
          const node = nodes.find((each) => {
            if (at < each.length || (isEnd && at === each.length)) return true;
            at -= each.length;
            return false;
          });
          return [node!, at];
        };
        let offset = 0;
        return clusters[index]!.map((cluster) => {
          const range = document.createRange();
          range.setStart(...point(offset, false));
          range.setEnd(...point((offset += cluster.length), true));
          const { left, top, width, height } = range.getBoundingClientRect();
          return { cluster, row: index, left, top, width, height };
        });
      }),
    { selector: rows, clusters: wanted },
  );
}

/** Returns the clusters whose place in a screenshot has a single colour. */
async function blanksIn(page: Page, places: readonly Place[]): Promise<readonly string[]> {
  const screenshot = UPNG.decode(Uint8Array.from(await page.screenshot()).buffer);
  const pixels = new Uint32Array(UPNG.toRGBA8(screenshot)[0]!);
  const isBlank = ({ left, top, width, height }: Place): boolean => {
    const colours = new Set<number>();
    for (let y = Math.round(top) + 1; y < top + height - 1; y += 1)
      for (let x = Math.round(left); x < left + width; x += 1) colours.add(pixels[y * screenshot.width + x]!);
    return colours.size < 2;
  };
  return places.filter((place) => place.cluster.trim() !== '' && place.cluster !== '█' && isBlank(place)).map(({ cluster }) => cluster);
}

async function expectDrawn(page: Page, rows: string): Promise<void> {
  const places = await placesIn(page, rows);
  const borders = places.filter(({ cluster }, index) => cluster === '│' && places[index + 1]?.row !== places[index]?.row);
  expect(borders).toHaveLength(LINES.length);
  for (const { row, left } of borders) expect(Math.abs(left - borders[0]!.left), `the border of row ${row}`).toBeLessThan(1);
  const known = new Set(DRAWN.flatMap(splitGraphemes));
  expect(
    await blanksIn(
      page,
      places.filter(({ cluster }) => known.has(cluster)),
    ),
  ).toEqual([]);
}

test('characters that tools print, and any emoji, are drawn in their cells: on stage, in a recording and in the handout', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${PAGE}?motion=off`);
  await expectSettled(page, 0);
  await page.evaluate(() => document.fonts.ready);
  await expectDrawn(page, '.xterm-rows > div');
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 1);
  await expectDrawn(page, '.xterm-rows > div');
  await page.goto('about:blank');
  await page.goto(`${PAGE}?handout`);
  await expect(page.locator('.snapshot:visible')).toHaveCount(2);
  await page.evaluate(() => document.fonts.ready);
  await page.setViewportSize({ width: 1920, height: 4000 });
  const shown = page.locator('.snapshot:visible');
  for (let index = 0; index < 2; index += 1) {
    await shown.nth(index).evaluate((element) => element.setAttribute('data-looked-at', ''));
    await expectDrawn(page, '[data-looked-at] .snapshot__row');
    await shown.nth(index).evaluate((element) => element.removeAttribute('data-looked-at'));
  }
});
