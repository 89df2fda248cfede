import { errors, type Page } from 'playwright-core';

/** @throws with a sentence that names `place` if the page is not settled within the page's timeout, 30 seconds unless it was set */
async function waitForSettled(page: Page, selector: string, place: string): Promise<void> {
  try {
    await page.waitForSelector(selector);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    throw new Error(`${place} never settles: something in it still plays or loads. Look at it with understudy dev, and mend or drop it.`, {
      cause: error,
    });
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Waits until the page that was opened is settled, with its fonts loaded. @throws with a sentence when it never is */
export function waitForPage(page: Page): Promise<void> {
  return waitForSettled(page, 'html[data-state="settled"]', `The page ${new URL(page.url()).search || 'of the story'}`);
}

/** Waits until a stop (0-based) is settled, with its fonts loaded. @throws with a sentence when it never is */
export function waitForStop(page: Page, stop: number): Promise<void> {
  return waitForSettled(page, `html[data-stop="${stop}"][data-state="settled"]`, `The stop ${new URL(page.url()).hash || stop + 1}`);
}

/** Goes to a stop by its hash, without a reload, and waits for it. @throws with a sentence when it never settles */
export async function goToStop(page: Page, stop: number, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await waitForStop(page, stop);
}
