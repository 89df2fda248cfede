import type { Browser } from '@playwright/test';
import { withPage, pressKey, openAndWait, type CpuSlowdown } from './withPage';

export const PRESS_INTERVALS_MS = [0, 30, 60, 100] as const;
/** `cold`: right after the page has loaded. `warm`: once it is idle. */
export const BURST_STATES = ['cold', 'warm'] as const;
export type BurstState = (typeof BURST_STATES)[number];

const CATCH_UP_TIMEOUT_MS = 6000;

/** Presses once for each stop but the first, `gap` ms apart. Returns whether the last stop is in view afterwards. */
export function measureBurst(
  browser: Browser,
  url: string,
  cpu: CpuSlowdown,
  markers: readonly string[],
  gap: number,
  state: BurstState,
): Promise<boolean> {
  return withPage(browser, cpu, async ({ page, session }) => {
    if (state === 'cold') await page.goto(url, { waitUntil: 'load' });
    else {
      await openAndWait(page, url);
      await pressKey(session, 'Home');
      await page.waitForTimeout(1000);
    }
    // Presses carry the intended times, in case a busy machine sends them late.
    const start = Date.now();
    const sent: Promise<void>[] = [];
    for (let index = 0; index < markers.length - 1; index += 1) {
      sent.push(pressKey(session, 'ArrowRight', start + index * gap));
      if (gap > 0) await page.waitForTimeout(gap);
    }
    await Promise.all(sent);
    const arrived = page.waitForFunction((marker) => window.bench.isInView(marker), markers.at(-1) ?? '', { timeout: CATCH_UP_TIMEOUT_MS });
    return arrived.then(
      () => true,
      () => false,
    );
  });
}
