import type { Page } from 'playwright-core';

/** Waits until a stop (0-based) is settled, with its fonts loaded. */
export async function waitForStop(page: Page, stop: number): Promise<void> {
  await page.waitForSelector(`html[data-stop="${stop}"][data-state="settled"]`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Goes to a stop by its hash, without a reload, and waits for it. */
export async function goToStop(page: Page, stop: number, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await waitForStop(page, stop);
}
