import type { Browser } from '@playwright/test';
import { withPage, pressKey, openAndWait, type CpuSlowdown } from './withPage';

/** Long enough for the animations of a press. */
const PRESS_INTERVAL_MS = 600;
/** Twice the number of stops: a press may settle a stop that is still playing. */
const MAX_PRESSES = 24;

/** Walks to the last stop at a presenter's pace with animations on. Returns the duration of every frame in milliseconds. */
export function measureFrames(browser: Browser, url: string, cpu: CpuSlowdown, lastMarker: string): Promise<readonly number[]> {
  return withPage(browser, cpu, async ({ page, session }) => {
    await openAndWait(page, url);
    await page.evaluate(() => window.bench.watchFrames());
    for (let count = 0; count < MAX_PRESSES; count += 1) {
      await pressKey(session, 'ArrowRight');
      await page.waitForTimeout(PRESS_INTERVAL_MS);
      if (await page.evaluate((marker) => window.bench.isInView(marker), lastMarker)) break;
    }
    return page.evaluate(() => window.bench.frames());
  });
}
