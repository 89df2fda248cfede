import { expect, test, type Page } from '@playwright/test';
import { expectSettled, expectStop, openStop } from '../support/page';

/** The stop of the demo before the one that types a question, and what the question's line shows when it waits. */
const [BEFORE, TYPED] = [6, 7];

/** Returns the rows of the terminal that are not empty. */
function rowsOf(page: Page): Promise<string> {
  return page.locator('.xterm-rows').innerText();
}

/** Waits until the terminal's last row that is not empty matches, and returns it. */
async function lastRow(page: Page, wanted: RegExp): Promise<string> {
  const read = async (): Promise<string> => (await rowsOf(page)).trimEnd().split('\n').at(-1)!.trim();
  await expect.poll(read, { intervals: [60] }).toMatch(wanted);
  return read();
}

test('A line typed by hand comes with the keys, and the stop then stands as after a fresh start', async ({ page }) => {
  await openStop(page, BEFORE, { motion: true });
  await expect(page.locator('.xterm-rows')).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.press('ArrowRight');
  await lastRow(page, /You:$/u);
  await page.keyboard.press('b');
  await lastRow(page, /You: Now?$/u);
  // Mashed keys, those of the player among them, type to the end of the line and no further.
  await page.keyboard.type('wozg5.xwlnjhkdartbv'.repeat(4));
  await lastRow(page, /that page$/u);
  await page.keyboard.type('qqq');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'playing');
  await lastRow(page, /that page$/u);
  await expectStop(page, TYPED);
  await page.keyboard.press('Enter');
  await expectSettled(page, TYPED);
  const played = await rowsOf(page);

  // A press of a clicker finishes at once.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await lastRow(page, /You:$/u);
  await page.keyboard.press('x');
  await page.keyboard.press('PageDown');
  await expectSettled(page, TYPED);
  expect(await rowsOf(page)).toBe(played);

  await page.reload();
  await expectSettled(page, TYPED);
  await expect.poll(() => rowsOf(page), { intervals: [60] }).toBe(played);
});
