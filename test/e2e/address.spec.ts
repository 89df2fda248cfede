import { expect, test } from '@playwright/test';
import { expectSettled, expectStop, jumpTo, openStop } from '../support/page';
import { STOP_HASHES, LAST_STOP, STOP_COUNT } from '../support/demoScript';

test('stepping adds no history, and Back leaves the demo', async ({ page }) => {
  await page.goto('about:blank');
  await openStop(page, 0);
  const before = await page.evaluate(() => history.length);
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
  }
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('Back and Forward follow an address edited by hand', async ({ page }) => {
  await openStop(page, 1);
  await jumpTo(page, 8);
  await page.goBack();
  await expectSettled(page, 1);
  await page.goForward();
  await expectSettled(page, 8);
});

/** Malformed hashes, and the stop each leads to. */
const ODD = [
  ['', 0],
  ['#', 0],
  ['#/agent/', 0],
  ['#/agent/99', 1],
  ['#/agent/-4', 0],
  ['#/5', 5],
  ['#/5/', 5],
  ['#/0', 0],
  ['#/-3', 0],
  ['#/999', LAST_STOP],
  ['#/abc', 0],
  ['#/AGENT/1', 1],
  ['#/%61gent/1', 1],
  ['#/%E0%A4%A', 0],
  ['#/comparison/six', 5],
  ['#/<script>', 0],
  ['#/<img src=x onerror=window.hurt=1>', 0],
  ['#/agent/<svg onload=window.hurt=1>', 0],
  ['#/javascript:window.hurt=1', 0],
  ['#/__proto__/1', 0],
  ['#/\u001b]0;hurt\u0007', 0],
] as const;

test('a malformed hash shows a stop and is corrected', async ({ page }) => {
  for (const [hash, stop] of ODD) {
    await page.goto('about:blank');
    await page.goto(`./?motion=off${hash}`);
    await test.step(hash, () => expectSettled(page, stop));
    expect.soft(new URL(page.url()).hash, hash).toBe(STOP_HASHES[stop]);
    await expect.soft(page.locator('.stage'), hash).not.toBeEmpty();
    expect.soft(await page.evaluate(() => 'hurt' in globalThis), hash).toBe(false);
  }
});

test('a malformed hash entered in the open page is corrected too', async ({ page }) => {
  await openStop(page, 3);
  for (const [hash, stop] of [
    ['#/999', LAST_STOP],
    ['#/nowhere', 0],
    ['#/4', 4],
    ['#/4', 4],
  ] as const) {
    await page.evaluate((value) => {
      location.hash = value;
    }, hash);
    await expect.poll(() => new URL(page.url()).hash).toBe(STOP_HASHES[stop]);
    await expectSettled(page, stop);
  }
});

test('a reload keeps the stop, at every stop', async ({ page }) => {
  await openStop(page, 0);
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    await page.reload();
    await expectSettled(page, stop);
  }
});

test('a reload while a stop types keeps the stop', async ({ page }) => {
  await openStop(page, 5, { motion: true });
  await page.keyboard.press('ArrowRight');
  // The browser process reloads the address it knows, and learns of a new one with a delay.
  await expectStop(page, 6);
  await page.reload();
  await expectSettled(page, 6);
});
