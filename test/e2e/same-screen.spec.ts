import { expect, test } from '@playwright/test';
import { seededRandom } from '../../src/core/terminal/seededRandom';
import { expectSettled, jumpTo, createTimedKeyboard, openStop } from '../support/page';
import { createPixelDiff, screenText } from '../support/screen';
import { LAST_STOP, STOP_COUNT } from '../support/demoScript';

/** Pixels that may differ: graphics layers round a few at corners differently. A letter more or less would be many more. */
const MAX_DIFFERENT_PIXELS = 30;

/** The controls depend on the mouse, not on the stop. */
const SCREENSHOT = { style: '.controls { visibility: hidden }' };

/** Text and screenshot of each stop after loading the page there. Every other way to the stop must give the same. */
const screens: string[] = [];
const screenshots: Buffer[] = [];

// In one worker, which loads every stop once for all of these tests.
test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser, contextOptions, baseURL }) => {
  const page = await browser.newPage({ ...contextOptions, baseURL: baseURL!, colorScheme: 'dark', viewport: { width: 1280, height: 720 } });
  for (let stop = 0; stop < STOP_COUNT; stop += 1) {
    await page.goto('about:blank');
    await openStop(page, stop);
    screens.push(await screenText(page));
    screenshots.push(await page.screenshot(SCREENSHOT));
  }
  await page.close();
  expect(new Set(screens).size).toBe(STOP_COUNT);
});

test(
  'stepping forward and back leads to the same screens, with equal pixels when stepping forward',
  { tag: '@quick' },
  async ({ page, context }) => {
    const countDifferentPixels = await createPixelDiff(context);
    await openStop(page, 0);
    for (let stop = 0; stop < STOP_COUNT; stop += 1) {
      if (stop > 0) await page.keyboard.press('ArrowRight');
      await expectSettled(page, stop);
      expect(await screenText(page), `on to ${stop}`).toBe(screens[stop]);
      const different = await countDifferentPixels(screenshots[stop]!, await page.screenshot(SCREENSHOT));
      expect.soft(different, `pixels that differ at stop ${stop}`).toBeLessThan(MAX_DIFFERENT_PIXELS);
    }
    for (let stop = LAST_STOP - 1; stop >= 0; stop -= 1) {
      await page.keyboard.press('ArrowLeft');
      await expectSettled(page, stop);
      expect(await screenText(page), `back to ${stop}`).toBe(screens[stop]);
    }
  },
);

test('an address and a reload lead to the same screens', async ({ page }) => {
  await openStop(page, 0);
  for (let stop = 0; stop < STOP_COUNT; stop += 1) {
    await jumpTo(page, (stop + 6) % STOP_COUNT);
    await jumpTo(page, stop);
    expect(await screenText(page), `jump to ${stop}`).toBe(screens[stop]);
    await page.reload();
    await expectSettled(page, stop);
    expect(await screenText(page), `reload of ${stop}`).toBe(screens[stop]);
  }
});

test('random moves lead to the same screens', async ({ page }) => {
  await openStop(page, LAST_STOP);
  const random = seededRandom(20_260_101);
  const moves: readonly (readonly [key: string, move: (stop: number) => number])[] = [
    ['ArrowRight', (stop) => Math.min(LAST_STOP, stop + 1)],
    ['ArrowRight', (stop) => Math.min(LAST_STOP, stop + 1)],
    ['ArrowLeft', (stop) => Math.max(0, stop - 1)],
    ['Home', () => 0],
    ['End', () => LAST_STOP],
  ];
  let stop = LAST_STOP;
  for (let turn = 0; turn < 60; turn += 1) {
    if (random() < 0.3) {
      stop = Math.floor(random() * STOP_COUNT);
      await jumpTo(page, stop);
    } else {
      const [key, move] = moves[Math.floor(random() * moves.length)]!;
      stop = move(stop);
      await page.keyboard.press(key);
      await expectSettled(page, stop);
    }
    expect(await screenText(page), `turn ${turn}, stop ${stop}`).toBe(screens[stop]);
  }
});

test('playing to the end, cutting short and stepping over lead to the same screens', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openStop(page, 0, { motion: true });
  const keys = await createTimedKeyboard(page);
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
    // Every other stop is cut short; the rest play in full.
    await Promise.all([keys.press(), ...(stop % 2 === 0 ? [keys.press('ArrowRight', { after: 300 })] : [])]);
    await expectSettled(page, stop);
    expect(await screenText(page), `played ${stop}`).toBe(screens[stop]);
  }
  await page.keyboard.press('Home');
  await expectSettled(page, 0);
  for (let press = 0; press < 7; press += 1) await keys.press('ArrowRight', press === 0 ? {} : { after: 60 });
  await expectSettled(page, 7);
  expect(await screenText(page), 'after a burst').toBe(screens[7]);
});
