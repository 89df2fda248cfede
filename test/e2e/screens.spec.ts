import { expect, test, type Page } from '@playwright/test';
import { visibleTextOf, type VisibleText } from '../../src/check/visibleText';
import { LAST_STOP, STOP_COUNT, STOP_TEXTS } from '../support/demoScript';
import { SCREENS } from '../support/screens';
import { findSquareCorners, layoutProblems, smallTexts } from '../support/drawnProblems';
import { expectSettled, jumpTo, missingTexts, openStop } from '../support/page';
import { terminalRows } from '../support/screen';

for (const screen of SCREENS) {
  const { width, height, ratio: deviceScaleFactor } = screen;
  test.describe(`${width}×${height} at ${deviceScaleFactor}`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor });
    test('every stop can be read whole, in readable sizes, without stray scrollbars or square corners', async ({ page }) => {
      await openStop(page, 0);
      for (let stop = 0; stop < STOP_COUNT; stop += 1) {
        if (stop > 0) await page.keyboard.press('ArrowRight');
        await expectSettled(page, stop);
        if ('scrolls' in screen) await expectReadableByScrolling(page, stop, width < height);
        else await expectReadableAtOnce(page, stop);
        expect.soft(await layoutProblems(page), `at stop ${stop}`).toEqual([]);
        expect.soft(await page.evaluate(findSquareCorners, 'main'), `corners at stop ${stop}`).toEqual([]);
        if ('smallest' in screen) expect.soft(await smallTexts(page, screen.smallest), `at stop ${stop}`).toEqual([]);
      }
    });
  });
}

async function expectReadableAtOnce(page: Page, stop: number): Promise<void> {
  const { problems, text, cue } = await visibleTextOf(page);
  expect.soft(problems, `at stop ${stop}`).toEqual([]);
  expect.soft(cue, `a scroll cue at stop ${stop}`).toBe(false);
  // The last board shows the old way beside the new one.
  const wanted = [...(stop === LAST_STOP ? STOP_TEXTS[stop - 1]! : []), ...(await textsAt(page, stop))];
  expect.soft(missingTexts(text, wanted), `at stop ${stop}, in ${text}`).toEqual([]);
}

async function expectReadableByScrolling(page: Page, stop: number, isPortrait: boolean): Promise<void> {
  const { cue, text, problems } = await visibleTextOf(page);
  const wanted = await textsAt(page, stop);
  const missing = missingTexts(text, wanted);
  const isHidden = missing.length > 0 || (!isPortrait && problems.length > 0);
  expect.soft(cue || !isHidden, `a scroll cue at stop ${stop}, for ${[...missing, ...problems].join(', ')}`).toBe(true);
  if (!isPortrait || missing.length === 0) return;
  const seen = await scrollThrough(page);
  expect.soft(missingTexts(seen, wanted), `at stop ${stop}, in ${seen}`).toEqual([]);
}

/** The texts of a stop, with the title of the terminal's window where the terminal or its board is shown. */
async function textsAt(page: Page, stop: number): Promise<readonly string[]> {
  const title = 'Terminal — ai coding agent — ~/project';
  const isPage = (await page.locator('.stage-layer:not(.premounted) > .window--browser').count()) > 0;
  const own = STOP_TEXTS[stop]!.filter((text) => text !== title);
  return isPage ? own : [title, ...own];
}

/** Scrolls all the way up, then down, with the wheel, and returns all text that came into view. */
async function scrollThrough(page: Page): Promise<string> {
  const { width, height } = page.viewportSize()!;
  await page.mouse.move(width / 2, height / 2);
  let seen = '';
  for (const direction of [-1, 1]) {
    let before: VisibleText | undefined;
    for (let turn = 0; turn < 40; turn += 1) {
      const visible = await visibleTextOf(page);
      if (visible.text === before?.text && visible.problems.join() === before.problems.join()) break;
      before = visible;
      seen += `\n${visible.text}`;
      await page.mouse.wheel(0, (direction * height) / 4);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
  }
  return seen;
}

test('terminal lines wrap at the same words on every landscape screen from 1024 px', async ({ browser }) => {
  const wraps: string[][] = [];
  for (const [width, height, deviceScaleFactor] of [
    [1024, 768, 1],
    [1366, 768, 1.5],
    [1920, 1080, 1],
    [2560, 1080, 2],
    [3840, 2160, 1],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor });
    const page = await context.newPage();
    await openStop(page, 7);
    const rows = (await terminalRows(page)).filter((row) => row.startsWith('▎'));
    await jumpTo(page, 8);
    rows.push(...(await terminalRows(page)).filter((row) => row.trimEnd() !== '').slice(-14));
    await context.close();
    wraps.push(rows.map((row) => row.trimEnd()));
  }
  expect(wraps[0]!.join('\n')).toContain('MCP is an open standard');
  for (const rows of wraps) expect(rows).toEqual(wraps[0]);
});

for (const [width, height] of [
  [1920, 1080],
  [1024, 768],
  [390, 844],
] as const) {
  test(`no overlay or panel has a stray scrollbar at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openStop(page, 6);
    for (const key of ['o', '?', 'g', 'c', 'r', 'x']) {
      await page.keyboard.press(key);
      const panel = page.getByRole('dialog').or(page.locator('.wire'));
      await expect(panel).toBeVisible();
      expect.soft(await layoutProblems(page), `after ${key}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(panel).toHaveCount(0);
    }
    for (const query of ['?speaker=bars', '?handout']) {
      await page.goto(`./${query}`);
      await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
      expect.soft(await layoutProblems(page), query).toEqual([]);
    }
  });
}

test('a list that scrolls has a narrow scrollbar', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  await openStop(page, 6);
  await page.keyboard.press('g');
  const list = page.locator('.goto__list');
  await expect(list).toBeVisible();
  const width = await list.evaluate((box) => (box as HTMLElement).offsetWidth - box.clientWidth);
  expect(width).toBeGreaterThan(4);
  expect(width).toBeLessThan(13);
});

test('a page that leaves the stage has round corners', async ({ page }) => {
  await openStop(page, 3, { motion: true });
  // Polled inside the page with every frame. Polled from outside, a slow machine could miss the moment.
  const [seen] = await Promise.all([page.waitForFunction(findSquareCorners, '.leaving'), page.keyboard.press('ArrowRight')]);
  expect(await seen.jsonValue()).toEqual([]);
});
