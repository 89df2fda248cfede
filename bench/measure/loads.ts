import type { Browser } from '@playwright/test';
import { withPage, openAndWait, type CpuSlowdown } from './withPage';

export interface LoadMetrics {
  /** Compressed, in KiB. */
  readonly bytes: number;
  readonly requests: number;
  /** Largest contentful paint; total blocking time and longest task after the first contentful paint. In milliseconds. */
  readonly lcp: number;
  readonly tbt: number;
  readonly longestTask: number;
}

export function measureLoad(browser: Browser, url: string, cpu: CpuSlowdown): Promise<LoadMetrics> {
  return withPage(browser, cpu, async ({ page, session }) => {
    let bytes = 0;
    let requests = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength / 1024;
      requests += 1;
    });
    await session.send('Network.enable');
    await openAndWait(page, url);
    return { bytes, requests, ...(await page.evaluate(() => window.bench.paints())) };
  });
}

/** Returns the first contentful paint in milliseconds. */
export function measurePaint(browser: Browser, url: string, cpu: CpuSlowdown): Promise<number> {
  return withPage(browser, cpu, async ({ page }) => {
    await page.goto(url, { waitUntil: 'commit' });
    return page.evaluate(() => window.bench.firstPaint());
  });
}
