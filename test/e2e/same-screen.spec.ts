import { expect, test, type Page } from '@playwright/test';
import { seededRandom } from '../../src/core/terminal/seededRandom';
import { expectSettled, jumpTo, createTimedKeyboard, openStop } from '../support/page';
import { createPixelDiff, screenText } from '../support/screen';
import { LAST_STOP, STOP_COUNT } from '../support/demoScript';

/** Graphics layers round a few pixels at corners in their own way; a letter more or less would be many more. */
const SPECKS = 30;

/** What each stop looks like when the page is loaded right there: what every other way must lead to. */
async function loadedScreens(page: Page): Promise<string[]> {
  const screens: string[] = [];
  for (let stop = 0; stop < STOP_COUNT; stop += 1) {
    await page.goto('about:blank');
    await openStop(page, stop);
    screens.push(await screenText(page));
  }
  expect(new Set(screens).size).toBe(STOP_COUNT);
  return screens;
}

test('on and back, stop by stop', async ({ page }) => {
  const screens = await loadedScreens(page);
  await page.goto('about:blank');
  await openStop(page, 0);
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    expect(await screenText(page), `on to ${stop}`).toBe(screens[stop]);
  }
  for (let stop = LAST_STOP - 1; stop >= 0; stop -= 1) {
    await page.keyboard.press('ArrowLeft');
    await expectSettled(page, stop);
    expect(await screenText(page), `back to ${stop}`).toBe(screens[stop]);
  }
});

test('by address and by reload', async ({ page }) => {
  const screens = await loadedScreens(page);
  for (let stop = 0; stop < STOP_COUNT; stop += 1) {
    await jumpTo(page, (stop + 6) % STOP_COUNT);
    await jumpTo(page, stop);
    expect(await screenText(page), `jump to ${stop}`).toBe(screens[stop]);
    await page.reload();
    await expectSettled(page, stop);
    expect(await screenText(page), `reload of ${stop}`).toBe(screens[stop]);
  }
});

test('at random', async ({ page }) => {
  const screens = await loadedScreens(page);
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

test('with motion: played to the end, cut short, and stepped over', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const screens = await loadedScreens(page);
  await page.goto('about:blank');
  await openStop(page, 0, { motion: true });
  const keys = await createTimedKeyboard(page);
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
    // Every other stop is cut short at once; the rest play in full.
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

/** The controls come and go with the mouse, whatever the stop. */
const PICTURE = { style: '.controls { visibility: hidden }' };

test('to the pixel', async ({ page, context }) => {
  await openStop(page, 0);
  const walked: Buffer[] = [await page.screenshot(PICTURE)];
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    walked.push(await page.screenshot(PICTURE));
  }
  const judge = await createPixelDiff(context);
  for (let stop = 0; stop < STOP_COUNT; stop += 1) {
    await page.goto('about:blank');
    await openStop(page, stop);
    expect.soft(await judge(walked[stop]!, await page.screenshot(PICTURE)), `pixels that differ at stop ${stop}`).toBeLessThan(SPECKS);
  }
});
