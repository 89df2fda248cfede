import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { expectSettled } from '../support/page';
import { terminalRows } from '../support/screen';
import { visibleTextOf } from '../../src/check/visibleText';

/** A story in Chinese, built as one file and opened from disk. */
const OUT = 'test-results/pier';
const STORY = `${pathToFileURL(path.resolve(OUT, 'standalone.html')).href}?motion=off`;
const STOPS = 16;
/** Stops, by what they show. */
const BOX = 3;
const SIGN_IN = 4;
const TABLE = 6;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--mode', 'standalone', '--outDir', OUT], {
    env: { ...process.env, SCENES: 'examples/pier' },
  });
});

/** Steps through the stops, as a presenter does. */
async function walk(page: Page, visit: (stop: number) => Promise<void>, last = STOPS - 1): Promise<void> {
  await page.goto('about:blank');
  await page.goto(STORY);
  for (let stop = 0; stop <= last; stop += 1) {
    await expectSettled(page, stop);
    await visit(stop);
    if (stop < last) await page.keyboard.press('ArrowRight');
  }
}

/** Returns the rows of the terminal that are not blank. */
async function rowsOf(page: Page): Promise<string[]> {
  const rows = await terminalRows(page);
  return rows.map((row) => row.trimEnd()).filter((row) => row !== '');
}

/** Returns where the last of `words` begins in each row that contains one, in CSS pixels. */
function startsOf(page: Page, words: readonly string[]): Promise<number[]> {
  return page.evaluate((wanted) => {
    const starts: number[] = [];
    for (const row of document.querySelectorAll('.xterm-rows > div')) {
      const found = wanted.map((word) => row.textContent.lastIndexOf(word)).find((at) => at >= 0);
      if (found === undefined) continue;
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode() as Text | null; node; before += node.length, node = walker.nextNode() as Text | null) {
        if (found < before || found >= before + node.length) continue;
        const range = document.createRange();
        range.setStart(node, found - before);
        range.setEnd(node, found - before + 1);
        starts.push(range.getBoundingClientRect().left);
      }
    }
    return starts;
  }, words);
}

/** Returns the fonts that draw the text of `selector` and its descendants. */
async function fontsOf(page: Page, selector: string): Promise<{ family: string; bundled: boolean }[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: `${selector}, ${selector} *` });
  const used = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
  return used.flatMap(({ fonts }) => fonts.map(({ familyName, isCustomFont }) => ({ family: familyName, bundled: isCustomFont })));
}

for (const { width, height, scrolls } of [
  { width: 1366, height: 768, scrolls: false },
  { width: 390, height: 844, scrolls: true },
]) {
  test(`nothing is cut off at ${width}×${height}, at any stop`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await walk(page, async (stop) => {
      const { problems, cue, text } = await visibleTextOf(page);
      expect.soft(text.length, `at stop ${stop}`).toBeGreaterThan(20);
      // What is out of view must be announced.
      expect.soft(scrolls && cue ? [] : problems, `at stop ${stop}`).toEqual([]);
    });
  });
}

test('wide characters take two cells, drawn by the story’s own font, which pages use too', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await walk(
    page,
    async (stop) => {
      if (stop === BOX) {
        const edges = (await startsOf(page, ['│', '╮', '╯'])).filter((left) => left < 1000);
        expect(edges.length).toBeGreaterThanOrEqual(4);
        expect(Math.max(...edges) - Math.min(...edges)).toBeLessThan(1);
      }
      if (stop === TABLE) {
        const column = await startsOf(page, ['狀態', '待部署', '正常']);
        expect(column).toHaveLength(4);
        expect(Math.max(...column) - Math.min(...column)).toBeLessThan(1);
      }
      if (stop === BOX || stop === SIGN_IN) {
        // Repeated, since xterm.js may rewrite rows between two queries.
        await expect(async () => {
          const fonts = await fontsOf(page, stop === BOX ? '.xterm-rows' : '.page:not(.premounted)');
          expect(fonts.length).toBeGreaterThan(5);
          expect(fonts.filter(({ bundled }) => !bundled)).toEqual([]);
          expect(fonts.map(({ family }) => family)).toContain('Noto Sans TC Thin');
        }).toPass();
      }
    },
    TABLE,
  );
});

test('the terminal breaks its lines at the same places on every landscape screen', async ({ page }) => {
  const seen: string[] = [];
  for (const [width, height] of [
    [1920, 1080],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    const rows: string[] = [];
    await walk(page, async () => void rows.push(...(await rowsOf(page)).filter((row) => row.startsWith('▎'))), 9);
    seen.push(rows.join('\n'));
  }
  expect(seen[0]).toContain('順便告訴我這次改了什麼');
  expect(seen[1]).toBe(seen[0]);
});

test('the page declares its language, and marks the player’s own texts as English', async ({ page }) => {
  await page.goto(STORY);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant-TW');
  await expect(page.getByRole('group', { name: 'Presentation' })).toHaveAttribute('lang', 'en');
  const accent = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim());
  expect(accent).toBe('#12b5a6');
});
