import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { buildExample, visitExample } from '../support/example';
import { expectSettled, createTimedKeyboard } from '../support/page';
import { screenText } from '../support/screen';

/** Four stops of a recording, then one of a written scene. */
const HASHES = ['', '#/session/1', '#/session/2', '#/session/3', '#/close'];
const WORDS = ['npm test', 'AssertionError: expected 27 to be 30', '(END)', 'Ready to ship', 'From red to green:'];
const LAST = HASHES.length - 1;

let folder: string;
test.beforeAll(async () => {
  folder = await buildExample('recording');
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));
// In one worker, which builds the example once.
test.describe.configure({ mode: 'default' });

async function openAt(page: Page, stop: number, query = '?motion=off'): Promise<void> {
  await visitExample(page, folder, `${query}${HASHES[stop]}`);
  await expectSettled(page, stop);
}

/** Returns the screen of each stop after loading the page there. */
async function loadedScreens(page: Page): Promise<string[]> {
  const screens: string[] = [];
  for (let stop = 0; stop <= LAST; stop += 1) {
    await openAt(page, stop);
    await expect(page.locator('.xterm-rows')).toContainText(WORDS[stop] ?? '');
    screens.push(await screenText(page));
  }
  expect(new Set(screens).size).toBe(LAST + 1);
  return screens;
}

test('keys, address and reload lead to the same screens of a recording', async ({ page }) => {
  const screens = await loadedScreens(page);
  await openAt(page, 0);
  for (const [key, stops] of [
    ['ArrowRight', [1, 2, 3, 4]],
    ['ArrowLeft', [3, 2, 1, 0]],
  ] as const) {
    for (const stop of stops) {
      await page.keyboard.press(key);
      await expectSettled(page, stop);
      expect(await screenText(page), `${key} to ${stop}`).toBe(screens[stop]);
    }
  }
  await page.keyboard.press('End');
  await expectSettled(page, LAST);
  await page.evaluate((hash) => (location.hash = hash), HASHES[2]!);
  await expectSettled(page, 2);
  expect(await screenText(page), 'by address').toBe(screens[2]);
  await page.reload();
  await expectSettled(page, 2);
  expect(await screenText(page), 'by reload').toBe(screens[2]);
});

test('playing to the end, cutting short and stepping over lead to the same screens', async ({ page }) => {
  const screens = await loadedScreens(page);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await visitExample(page, folder, HASHES[1]!);
  await expectSettled(page, 1);
  const keys = await createTimedKeyboard(page);
  await keys.press('ArrowLeft');
  await expectSettled(page, 0);
  // Stop 2 plays in full and redraws lines; stop 3 is cut short; stops 4 and 5 follow in a burst.
  await keys.press();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'playing');
  await expectSettled(page, 1);
  expect(await screenText(page), 'played').toBe(screens[1]);
  await keys.press();
  await keys.press('ArrowRight', { after: 300 });
  await expectSettled(page, 2);
  expect(await screenText(page), 'cut short').toBe(screens[2]);
  await keys.press();
  await keys.press('ArrowRight', { after: 60 });
  await expectSettled(page, LAST);
  expect(await screenText(page), 'after a burst').toBe(screens[LAST]);
});

for (const [width, height] of [
  [1920, 1080],
  [1024, 768],
  [390, 844],
] as const) {
  test(`on ${width}×${height} all cells of the recording are in view, and so are the story's own afterwards`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openAt(page, 3);
    const fits = await page.evaluate(() => {
      const screen = document.querySelector('.xterm-screen')!.getBoundingClientRect();
      const host = document.querySelector('.terminal__host')!.getBoundingClientRect();
      // A larger font would not fit.
      const scale = Math.min(host.width / screen.width, host.height / screen.height);
      return {
        inside: screen.right <= host.right + 1 && screen.bottom <= host.bottom + 1,
        scale,
        rows: document.querySelectorAll('.xterm-rows > div').length,
      };
    });
    expect(fits).toMatchObject({ inside: true, rows: 24 });
    expect(fits.scale).toBeLessThan(1.1);
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, LAST);
    expect(await page.locator('.xterm-rows > div').count()).not.toBe(0);
    await page.keyboard.press('ArrowLeft');
    await expectSettled(page, 3);
    await expect(page.locator('.xterm-rows > div')).toHaveCount(24);
  });
}

test('the overview, the search and the transcript contain its text', async ({ page }) => {
  await openAt(page, 1);
  await expect(page.locator('[data-transcript]')).toContainText('AssertionError: expected 27 to be 30');
  await page.keyboard.press('o');
  await expect(page.locator('.snapshot--recorded').nth(3)).toContainText('Ready to ship');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.type('duration');
  await page.keyboard.press('Enter');
  await expectSettled(page, 3);
});
