import type { Browser } from '@playwright/test';
import type { KeyTimes } from './probe';
import { onPage, press, settle, type Cpu } from './withPage';

/** Walks from the first stop to the last, key by key: how soon each is painted, and its new words in view. */
export function measureKeys(browser: Browser, url: string, cpu: Cpu, markers: readonly string[]): Promise<readonly KeyTimes[]> {
  return onPage(browser, cpu, async ({ page, session }) => {
    await settle(page, url);
    const times: KeyTimes[] = [];
    for (const marker of markers.slice(1)) {
      await page.evaluate((words) => window.bench.arm(words), marker);
      // Not in step with the frames, as nobody's finger is.
      await page.waitForTimeout(120 + Math.random() * 17);
      await press(session, 'ArrowRight');
      times.push(await page.evaluate(() => window.bench.keyTimes()));
    }
    return times;
  });
}
