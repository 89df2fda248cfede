import { expect, test } from '@playwright/test';
import { openStop, jumpTo } from '../support/page';
import { createLineContinuityCheck } from '../support/screen';

const SCREENS = [
  [1920, 1080],
  [1366, 768],
  [1280, 720],
  [1024, 768],
  [800, 600],
  [2560, 1080],
  [844, 390],
  [390, 844],
  [320, 640],
] as const;
/** Cognito, SSO, callback, and both boards. */
const PAGES = [2, 3, 4, 10, 11];

test('the title bar of the terminal is whole above the browser, at every screen and text size', async ({ page }) => {
  await openStop(page, 2);
  const between = (): Promise<number> =>
    page.evaluate(() => {
      const [bar, browser] = ['.window--terminal > .window__bar', '.stage-layer:not(.premounted) > .window--browser'].map((each) =>
        document.querySelector(each)!.getBoundingClientRect(),
      );
      const title = document.querySelector('.window--terminal .window__title')!;
      return Math.min(browser!.top - bar!.bottom, bar!.height - title.scrollHeight);
    });
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    expect.soft(await between(), `${width}×${height}`).toBeGreaterThanOrEqual(0);
  }
  for (let step = 1; step <= 5; step += 1) {
    await page.keyboard.press('+');
    expect.soft(await between(), `text step ${step}`).toBeGreaterThanOrEqual(0);
  }
});

/** Returns terminal rows that are partly visible below the browser window. A row may lack a tenth of its height above its letters. */
function partlyVisibleRows(): string[] {
  const { bottom: edge } = document.querySelector('.stage-layer:not(.premounted) > .window--browser')!.getBoundingClientRect();
  const isSeen = (x: number, y: number): boolean => document.elementFromPoint(x, y)?.closest('.xterm') != null;
  return [...document.querySelectorAll('.xterm-rows > div')].flatMap((row, index) => {
    const { top, bottom, left, height } = row.getBoundingClientRect();
    if (bottom <= edge + 1) return [];
    const [x, isWhole] = [left + 30, edge - top <= height / 10];
    const seen = [Math.max(top, edge) + 1, (Math.max(top, edge) + bottom) / 2, bottom - 1].filter((y) => isSeen(x, y)).length;
    return seen === (isWhole ? 3 : 0)
      ? []
      : [`row ${index}, ${(edge - top).toFixed(1)} of ${height} px covered, is seen at ${seen} of 3 points`];
  });
}

test('terminal rows below the browser are visible whole or not at all, at every screen and text size', async ({ page }) => {
  await openStop(page, 2);
  const softly = expect.configure({ soft: true, timeout: 5000 });
  for (let step = 0; step <= 5; step += 1) {
    if (step > 0) await page.keyboard.press('+');
    for (const [width, height] of SCREENS) {
      await page.setViewportSize({ width, height });
      await softly.poll(() => page.evaluate(partlyVisibleRows), `${width}×${height}, text step ${step}`).toEqual([]);
    }
  }
  // Without a browser above it, the terminal is not clipped.
  await jumpTo(page, 1);
  await expect(page.locator('.terminal__host')).toHaveCSS('clip-path', 'none');
});

for (const [width, height] of [
  [1280, 720],
  [1024, 768],
] as const) {
  test(`no text step hides anything of a page or board at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openStop(page, 2);
    for (let step = 1; step <= 5; step += 1) {
      await page.keyboard.press('+');
      for (const stop of PAGES) {
        await jumpTo(page, stop);
        await expect(page.locator('main [data-scroll-cue]:visible'), `stop ${stop} at text step ${step}`).toHaveCount(0);
      }
    }
    const size = (): Promise<number> =>
      page
        .locator('.board__closing')
        .last()
        .evaluate((line) => line.getBoundingClientRect().height);
    const larger = await size();
    await page.keyboard.press('0');
    await expect.poll(size).toBeLessThanOrEqual(larger);
    await expect(page.locator('main [data-scroll-cue]:visible')).toHaveCount(0);
  });
}

test('a handout shows the last row alone of a covered terminal, and vertical lines without gaps', async ({ page, context }) => {
  await page.goto('./?handout&theme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
  const covered = page.locator('.handout__page[data-stop="2"] .snapshot__row');
  expect(
    await covered.evaluateAll((rows) =>
      rows.filter((row) => row.checkVisibility({ visibilityProperty: true })).map((row) => row.textContent),
    ),
  ).toEqual([expect.stringContaining('Waiting for OAuth callback')]);

  const measureContinuity = await createLineContinuityCheck(context);
  const rows = page.locator('.handout__page[data-stop="7"] .snapshot__row--new');
  const [first, last] = [(await rows.first().boundingBox())!, (await rows.last().boundingBox())!];
  await rows.first().scrollIntoViewIfNeeded();
  const at = (await rows.first().boundingBox())!;
  const screenshot = await page.screenshot({ clip: { x: at.x, y: at.y + 4, width: 6, height: last.y + last.height - first.y - 8 } });
  expect(await measureContinuity(screenshot.toString('base64'))).toBeGreaterThan(0.9);
});

test('beside the wire on a small screen nothing is smaller than 12 px, and earlier messages can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await openStop(page, 6);
  await page.keyboard.press('x');
  const cue = page.getByRole('button', { name: '↑ Earlier messages' });
  await expect(cue).toBeVisible();
  const diagram = page.locator('.sequence');
  const before = await diagram.evaluate((view) => view.scrollTop);
  await cue.click();
  await expect.poll(() => diagram.evaluate((view) => view.scrollTop)).toBeLessThan(before);
  await diagram.evaluate((view) => view.scrollTo({ top: 0, behavior: 'instant' }));
  await expect(cue).toHaveCount(0);
  for (const stop of [1, 2, 3, 4, 6, 10, 11]) {
    await jumpTo(page, stop);
    const small = await page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!;
        const shown =
          node.textContent!.trim() !== '' &&
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          !element.closest('.sr-only, noscript, script, style, .xterm-helpers');
        if (shown && Number.parseFloat(getComputedStyle(element).fontSize) < 11.9)
          found.push(`${element.className}: ${node.textContent!.slice(0, 30)}`);
      }
      return found;
    });
    expect.soft(small, `at stop ${stop}`).toEqual([]);
  }
});
