import type { Browser, Page } from '@playwright/test';
import { heapOf, onPage, settle } from './withPage';

/** What walking up and down leaves behind, in MiB after garbage collection. */
export interface Heap {
  readonly before: number;
  readonly after: number;
}

/** The first walks compile code and fill caches of a fixed size. */
const WARM_UP = 3;
/** Milliseconds between two presses: about a frame. */
const GAP_MS = 17;

export function measureHeap(browser: Browser, url: string, stops: number, walks: number): Promise<Heap> {
  return onPage(browser, 1, async ({ page, session }) => {
    await settle(page, url);
    await walk(page, stops, WARM_UP);
    const before = await heapOf(session);
    await walk(page, stops, walks);
    return { before, after: await heapOf(session) };
  });
}

/** From the first stop to the last and back, `walks` times. */
async function walk(page: Page, stops: number, walks: number): Promise<void> {
  await page.evaluate(
    async ([presses, rounds, gap]) => {
      for (let press = 0; press < rounds * presses * 2; press += 1) {
        window.bench.press(press % (presses * 2) < presses ? 'ArrowRight' : 'ArrowLeft');
        await new Promise((resolve) => setTimeout(resolve, gap));
      }
    },
    [stops - 1, walks, GAP_MS] as const,
  );
}
