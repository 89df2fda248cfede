import type { CDPSession, Page } from '@playwright/test';
import { withBrowser } from '../src/chromium/browser';
import { findStoryFolder } from '../src/cli/storyFolder';
import { withBuild, withServer } from '../src/vite/withBuild';

const WALKS = 1000;

interface PageMetrics {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Measures the page after garbage collection. */
async function measurePage(session: CDPSession): Promise<PageMetrics> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

/** Walks from the first stop to the last and back, `walks` times; each step waits until the one before is settled. */
async function walkStops(page: Page, walks: number): Promise<void> {
  await page.evaluate(async (count) => {
    const root = document.documentElement;
    const press = (key: string): void =>
      void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const last = Number(root.dataset['stops']) - 1;
    for (let round = 0; round < count; round += 1) {
      for (const [key, end] of [
        ['ArrowRight', last],
        ['ArrowLeft', 0],
      ] as const) {
        while (Number(root.dataset['stop']) !== end) {
          press(key);
          while (root.dataset['state'] !== 'settled') await new Promise(requestAnimationFrame);
        }
      }
    }
  }, walks);
}

/** Prints how heap, nodes and listeners grow over a thousand walks: `npm run soak`, or `npm run soak -- <folder>` for another story. */
export async function main([folder]: readonly string[]): Promise<void> {
  await withBuild(findStoryFolder(folder), 'index.html', soak, console.log);
}

function soak(dist: string): Promise<void> {
  return withServer(dist, (url) =>
    withBrowser(async (browser) => {
      const page = await browser.newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await page.goto(`${url}?motion=off`);
      await page.waitForSelector('html[data-state="settled"]');
      // The first walks compile code and fill caches of a fixed size.
      await walkStops(page, 20);
      const before = await measurePage(session);
      for (let done = 0; done < WALKS; done += WALKS / 10) {
        await walkStops(page, WALKS / 10);
        const now = await measurePage(session);
        console.log(
          `${String(done + WALKS / 10).padStart(5)} walks: heap ${formatMebibytes(now.heap - before.heap)} MB ` +
            `(${(now.heap / before.heap).toFixed(3)}×), nodes ${formatSigned(now.nodes - before.nodes)}, ` +
            `listeners ${formatSigned(now.listeners - before.listeners)}`,
        );
      }
    }),
  );
}

function formatMebibytes(bytes: number): string {
  return formatSigned(Number((bytes / 1_048_576).toFixed(2)));
}

function formatSigned(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}
