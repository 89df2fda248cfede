import { chromium, type CDPSession, type Page } from '@playwright/test';
import { findBrowser } from '../src/chromium/browser';
import { askedFolder, serveBuild, withBuild } from '../src/vite/with-build';

const WALKS = 1000;

interface Measure {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What the page holds once everything that can be thrown away was. */
async function measure(session: CDPSession): Promise<Measure> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

/** Walks from the first stop to the last and back, `walks` times, each step once its rows are on screen. */
async function walk(page: Page, walks: number): Promise<void> {
  await page.evaluate(async (count) => {
    const root = document.documentElement;
    const press = (key: string): void =>
      void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const settled = (): Promise<void> =>
      new Promise((resolve) => {
        const done = (): boolean => root.dataset['state'] === 'settled';
        if (done()) return resolve();
        const observer = new MutationObserver(() => {
          if (!done()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(root, { attributeFilter: ['data-state'] });
      });
    const last = Number(root.dataset['stops']) - 1;
    for (let round = 0; round < count; round += 1) {
      for (const [key, end] of [
        ['ArrowRight', last],
        ['ArrowLeft', 0],
      ] as const) {
        while (Number(root.dataset['stop']) !== end) {
          press(key);
          await settled();
        }
      }
    }
  }, walks);
}

/** Prints what a thousand walks leave behind: `npm run soak`. */
export async function main(): Promise<void> {
  await withBuild(askedFolder(), 'index.html', soak, console.log);
}

async function soak(dist: string): Promise<void> {
  const server = await serveBuild(dist);
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, ...(env && { env }) });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${server.url}?motion=off`);
    await page.waitForSelector('html[data-state="settled"]');
    // The first walks compile code and fill caches of a fixed size.
    await walk(page, 20);
    const before = await measure(session);
    for (let done = 0; done < WALKS; done += WALKS / 10) {
      await walk(page, WALKS / 10);
      const now = await measure(session);
      console.log(
        `${String(done + WALKS / 10).padStart(5)} walks: heap ${mega(now.heap - before.heap)} MB (${(now.heap / before.heap).toFixed(3)}×), ` +
          `nodes ${signed(now.nodes - before.nodes)}, listeners ${signed(now.listeners - before.listeners)}`,
      );
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

function mega(bytes: number): string {
  return signed(Number((bytes / 1_048_576).toFixed(2)));
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}
