import { expect, test, type Page } from '@playwright/test';
import { seededRandom } from '../../src/core/terminal/seededRandom';
import { expectSettled, jumpTo, keysOf, openAt } from '../support/page';
import { pixelJudge, screenOf } from '../support/screen';
import { LAST, STOPS } from '../support/demoScript';

/** Graphics layers round a few pixels at corners in their own way; a letter more or less would be many more. */
const SPECKS = 30;

/** What each stop looks like when the page is loaded right there: what every other way must lead to. */
async function loadedScreens(page: Page): Promise<string[]> {
  const screens: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.goto('about:blank');
    await openAt(page, stop);
    screens.push(await screenOf(page));
  }
  expect(new Set(screens).size).toBe(STOPS);
  return screens;
}

test('on and back, stop by stop', async ({ page }) => {
  const screens = await loadedScreens(page);
  await page.goto('about:blank');
  await openAt(page, 0);
  for (let stop = 1; stop < STOPS; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    expect(await screenOf(page), `on to ${stop}`).toBe(screens[stop]);
  }
  for (let stop = LAST - 1; stop >= 0; stop -= 1) {
    await page.keyboard.press('ArrowLeft');
    await expectSettled(page, stop);
    expect(await screenOf(page), `back to ${stop}`).toBe(screens[stop]);
  }
});

test('by address and by reload', async ({ page }) => {
  const screens = await loadedScreens(page);
  for (let stop = 0; stop < STOPS; stop += 1) {
    await jumpTo(page, (stop + 6) % STOPS);
    await jumpTo(page, stop);
    expect(await screenOf(page), `jump to ${stop}`).toBe(screens[stop]);
    await page.reload();
    await expectSettled(page, stop);
    expect(await screenOf(page), `reload of ${stop}`).toBe(screens[stop]);
  }
});

test('at random', async ({ page }) => {
  const screens = await loadedScreens(page);
  const random = seededRandom(20_260_101);
  const moves: readonly (readonly [key: string, move: (stop: number) => number])[] = [
    ['ArrowRight', (stop) => Math.min(LAST, stop + 1)],
    ['ArrowRight', (stop) => Math.min(LAST, stop + 1)],
    ['ArrowLeft', (stop) => Math.max(0, stop - 1)],
    ['Home', () => 0],
    ['End', () => LAST],
  ];
  let stop = LAST;
  for (let turn = 0; turn < 60; turn += 1) {
    if (random() < 0.3) {
      stop = Math.floor(random() * STOPS);
      await jumpTo(page, stop);
    } else {
      const [key, move] = moves[Math.floor(random() * moves.length)]!;
      stop = move(stop);
      await page.keyboard.press(key);
      await expectSettled(page, stop);
    }
    expect(await screenOf(page), `turn ${turn}, stop ${stop}`).toBe(screens[stop]);
  }
});

test('with motion: played to the end, cut short, and stepped over', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const screens = await loadedScreens(page);
  await page.goto('about:blank');
  await openAt(page, 0, { motion: true });
  const keys = await keysOf(page);
  for (let stop = 1; stop < STOPS; stop += 1) {
    // Every other stop is cut short at once; the rest play in full.
    await Promise.all([keys.press(), ...(stop % 2 === 0 ? [keys.press('ArrowRight', { after: 300 })] : [])]);
    await expectSettled(page, stop);
    expect(await screenOf(page), `played ${stop}`).toBe(screens[stop]);
  }
  await page.keyboard.press('Home');
  await expectSettled(page, 0);
  for (let press = 0; press < 7; press += 1) await keys.press('ArrowRight', press === 0 ? {} : { after: 60 });
  await expectSettled(page, 7);
  expect(await screenOf(page), 'after a burst').toBe(screens[7]);
});

/** The controls come and go with the mouse, whatever the stop. */
const PICTURE = { style: '.controls { visibility: hidden }' };

test('to the pixel', async ({ page, context }) => {
  await openAt(page, 0);
  const walked: Buffer[] = [await page.screenshot(PICTURE)];
  for (let stop = 1; stop < STOPS; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    walked.push(await page.screenshot(PICTURE));
  }
  const judge = await pixelJudge(context);
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.goto('about:blank');
    await openAt(page, stop);
    expect.soft(await judge(walked[stop]!, await page.screenshot(PICTURE)), `pixels that differ at stop ${stop}`).toBeLessThan(SPECKS);
  }
});
