import { expect, test, type Page } from '@playwright/test';
import { FONT_METRICS } from '../../src/terminal/grid';
import { findLayoutProblems } from '../../tools/engines/findLayoutProblems';
import { expectSettled, jumpTo, openStop } from '../support/page';
import { STOP_COUNT } from '../support/demoScript';

/** What is wrong to look at: scrollbars that scroll nothing, rows that come apart, dialogs that cut their content off. */
const faultsOf = (page: Page): Promise<string[]> => page.evaluate(findLayoutProblems, FONT_METRICS.lineHeight + FONT_METRICS.overlap);

/** What takes room at the side of something that scrolls: that scrollbars are seen at all here. */
const sideOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((box) => (box as HTMLElement).offsetWidth - box.clientWidth);

for (const [width, height] of [
  [1920, 1080],
  [1024, 768],
  [390, 844],
] as const) {
  test.describe(`${width}×${height}`, () => {
    test.use({ viewport: { width, height } });

    test('no stop shows a scrollbar that scrolls nothing', async ({ page }) => {
      await openStop(page, 0);
      for (let stop = 0; stop < STOP_COUNT; stop += 1) {
        await jumpTo(page, stop);
        await expectSettled(page, stop);
        expect.soft(await faultsOf(page), `at stop ${stop}`).toEqual([]);
      }
    });

    test('nor does anything that opens over it or beside it', async ({ page }) => {
      for (const key of ['o', '?', 'g', 'c', 'r', 'x']) {
        await openStop(page, 6);
        await page.keyboard.press(key);
        await expect(page.getByRole('dialog').or(page.locator('.wire'))).toBeVisible();
        expect.soft(await faultsOf(page), `after ${key}`).toEqual([]);
      }
      for (const query of ['?speaker=bars', '?handout']) {
        await page.goto(`./${query}`);
        await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
        expect.soft(await faultsOf(page), query).toEqual([]);
      }
    });
  });
}

test('what does scroll has one, narrow enough to be at home', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  await openStop(page, 6);
  await page.keyboard.press('g');
  await expect(page.locator('.goto__list')).toBeVisible();
  expect(await sideOf(page, '.goto__list')).toBeGreaterThan(4);
  expect(await sideOf(page, '.goto__list')).toBeLessThan(13);
});
