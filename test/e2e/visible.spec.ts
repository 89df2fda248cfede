import { expect, test, type Page } from '@playwright/test';
import { jumpTo, missingTexts, openStop } from '../support/page';
import { STOP_COUNT, STOP_TEXTS } from '../support/demoScript';
import { visibleTextOf, type VisibleText } from '../../src/check/visibleText';

/** Phones in portrait may need scrolling, which a cue must offer; rooms have no hand to scroll with. */
const SCREENS = [
  { width: 1920, height: 1080, scrolls: false },
  { width: 1280, height: 720, scrolls: false },
  { width: 1024, height: 768, scrolls: false },
  { width: 390, height: 844, scrolls: true },
];

for (const { width, height, scrolls } of SCREENS) {
  test.describe(`${width}×${height}`, () => {
    test.use({ viewport: { width, height } });
    test(`all that a stop brings can be read${scrolls ? ', if need be by scrolling' : ''}`, async ({ page }) => {
      await openStop(page, 0);
      for (let stop = 0; stop < STOP_COUNT; stop += 1) {
        await jumpTo(page, stop);
        if (scrolls) await checkByScrolling(page, stop);
        else await checkAtOnce(page, stop);
      }
    });
  });
}

async function checkAtOnce(page: Page, stop: number): Promise<void> {
  const { faults, text } = await visibleTextOf(page);
  expect.soft(faults, `at stop ${stop}`).toEqual([]);
  // The board keeps the old way in sight beside the new.
  const words = [...(stop === STOP_COUNT - 1 ? STOP_TEXTS[stop - 1]! : []), ...(await wordsAt(page, stop))];
  expect.soft(missingTexts(text, words), `at stop ${stop}, in ${text}`).toEqual([]);
}

async function checkByScrolling(page: Page, stop: number): Promise<void> {
  const { cue, text } = await visibleTextOf(page);
  const words = await wordsAt(page, stop);
  const missing = missingTexts(text, words);
  if (missing.length === 0) return;
  expect.soft(cue, `a scroll cue at stop ${stop}, since these are out of sight: ${missing.join(', ')}`).toBe(true);
  const seen = await scrollThrough(page);
  expect.soft(missingTexts(seen, words), `at stop ${stop}, in ${seen}`).toEqual([]);
}

/** The words a stop brings; the window's title is above them when the terminal or its board is what shows. */
async function wordsAt(page: Page, stop: number): Promise<readonly string[]> {
  const title = 'Terminal — ai coding agent — ~/project';
  const isPage = (await page.locator('.stage-layer:not(.premounted) > .window--browser').count()) > 0;
  const own = STOP_TEXTS[stop]!.filter((word) => word !== title);
  return isPage ? own : [title, ...own];
}

/** Scrolls what scrolls all the way up, then down, as a wheel would, and gathers what comes into view. */
async function scrollThrough(page: Page): Promise<string> {
  const { width, height } = page.viewportSize()!;
  await page.mouse.move(width / 2, height / 2);
  let seen = '';
  for (const direction of [-1, 1]) {
    let before: VisibleText | undefined;
    for (let turn = 0; turn < 40; turn += 1) {
      const sight = await visibleTextOf(page);
      if (sight.text === before?.text && sight.faults.join() === before.faults.join()) break;
      before = sight;
      seen += `\n${sight.text}`;
      await page.mouse.wheel(0, (direction * height) / 4);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
  }
  return seen;
}
