import type { Browser } from '@playwright/test';
import { withPage, type CpuSlowdown } from './withPage';

export interface Start {
  /** Milliseconds from the navigation until the first stop is settled. */
  readonly settled: number;
  /** What the page had begun to fetch by then: compressed, in KiB. */
  readonly kib: number;
}

export function measureStart(browser: Browser, url: string, cpu: CpuSlowdown): Promise<Start> {
  return withPage(browser, cpu, async ({ page }) => {
    await page.addInitScript(() => {
      const look = (): void => {
        // There is no <html> yet at first.
        if (document.querySelector('html[data-state="settled"]')) performance.mark('settled');
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('settled').length > 0);
    // A file is in the list of the browser once it has been fetched completely.
    await page.evaluate(() => window.bench.waitForQuiet());
    return page.evaluate(() => {
      const settled = performance.getEntriesByName('settled')[0]?.startTime ?? Number.NaN;
      const files = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type) as PerformanceResourceTiming[]);
      const bytes = files.filter(({ startTime }) => startTime < settled).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      return { settled, kib: bytes / 1024 };
    });
  });
}
