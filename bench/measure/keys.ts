import type { Browser } from '@playwright/test';
import type { KeyLatency } from './probe';
import { withPage, pressKey, openAndWait, type CpuSlowdown } from './withPage';

/**
 * Walks from the first stop to the last, and returns the latency of each key. `markers` has a text for each stop that only this stop
 * shows; undefined for stops without text.
 */
export function measureKeys(
  browser: Browser,
  url: string,
  cpu: CpuSlowdown,
  markers: readonly (string | undefined)[],
): Promise<readonly KeyLatency[]> {
  return withPage(browser, cpu, async ({ page, session }) => {
    await openAndWait(page, url);
    const times: KeyLatency[] = [];
    for (const marker of markers.slice(1)) {
      await page.evaluate((text) => window.bench.watchNextKey(text), marker);
      // At a random moment of a frame, as a presenter would.
      await page.waitForTimeout(120 + Math.random() * 17);
      await pressKey(session, 'ArrowRight');
      times.push(await page.evaluate(() => window.bench.nextKeyLatency()));
    }
    return times;
  });
}
