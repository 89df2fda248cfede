import type { Browser } from '@playwright/test';
import { onPage, press, settle, type Cpu } from './withPage';

/** Between two presses, in milliseconds: long enough to see what a press sets off. */
const GAP_MS = 600;
/** Twice as many as there are stops: a press may finish a stop before the next goes on. */
const MOST_PRESSES = 24;

/** Walks to the last stop at a presenter's pace with all animations on. Returns how long every frame took, in milliseconds. */
export function measureFrames(browser: Browser, url: string, cpu: Cpu, lastMarker: string): Promise<readonly number[]> {
  return onPage(browser, cpu, async ({ page, session }) => {
    await settle(page, url);
    await page.evaluate(() => window.bench.watchFrames());
    for (let count = 0; count < MOST_PRESSES; count += 1) {
      await press(session, 'ArrowRight');
      await page.waitForTimeout(GAP_MS);
      if (await page.evaluate((words) => window.bench.inView(words), lastMarker)) break;
    }
    return page.evaluate(() => window.bench.frames());
  });
}
