import type { Browser, Page } from '@playwright/test';
import { measureHeapSize, withPage, openAndWait } from './withPage';

/** The heap before and after many walks, in MiB after garbage collection. */
export interface HeapGrowth {
  readonly before: number;
  readonly after: number;
}

/** The first walks compile code and fill caches of a fixed size. */
const WARM_UP_WALKS = 3;
/** In milliseconds; about one frame. */
const PRESS_INTERVAL_MS = 17;

export function measureHeap(browser: Browser, url: string, stops: number, walks: number): Promise<HeapGrowth> {
  return withPage(browser, 1, async ({ page, session }) => {
    await openAndWait(page, url);
    await walk(page, stops, WARM_UP_WALKS);
    const before = await measureHeapSize(session);
    await walk(page, stops, walks);
    return { before, after: await measureHeapSize(session) };
  });
}

/** Goes from the first stop to the last and back, `walks` times. */
async function walk(page: Page, stops: number, walks: number): Promise<void> {
  await page.evaluate(
    async ([presses, rounds, gap]) => {
      for (let press = 0; press < rounds * presses * 2; press += 1) {
        window.bench.press(press % (presses * 2) < presses ? 'ArrowRight' : 'ArrowLeft');
        await new Promise((resolve) => setTimeout(resolve, gap));
      }
    },
    [stops - 1, walks, PRESS_INTERVAL_MS] as const,
  );
}
