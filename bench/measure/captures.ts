import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { buildInto } from '../../src/vite/withBuild';
import { writeGeneratedCapture } from '../generatedCapture';
import { serveFolders } from '../serveFolders';
import { measureHeap, type HeapGrowth } from './heap';
import { openAndWait, pressKey, withPage } from './withPage';

/** Milliseconds after which a presenter presses although the next page is not there; and the time after it is. */
const LOAD_TIMEOUT_MS = 15_000;
const PAUSE_MS = 1000;

export interface CaptureResults {
  readonly pages: number;
  readonly buildMs: number;
  /** Milliseconds from each key to the paint of its page, as the browser reports it. */
  readonly paints: readonly number[];
  /** Steps whose page was there in the frame of their key. */
  readonly preloaded: number;
  readonly heap: HeapGrowth;
  readonly walks: number;
}

interface CaptureRun {
  readonly browser: Browser;
  readonly pages: number;
  readonly rounds: { readonly keys: number; readonly walks: number };
  readonly log: (text: string) => void;
}

/** Steps through captured pages of 3 MB that are loaded one stop ahead. */
export async function measureCaptures({ browser, pages, rounds, log }: CaptureRun): Promise<CaptureResults> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-bench-'));
  try {
    log(`building ${pages} captured pages of 3 MB`);
    await writeGeneratedCapture(path.join(folder, 'scenes'), pages);
    const started = performance.now();
    await buildInto(path.join(folder, 'scenes'), path.join(folder, 'captures'));
    const buildMs = performance.now() - started;
    const server = await serveFolders(new Map([['captures', path.join(folder, 'captures')]]));
    try {
      const url = `${server.url}/captures/?motion=off`;
      const walked = [];
      for (let round = 0; round < rounds.keys; round += 1) walked.push(await walk(browser, url, pages));
      log(`captured pages: ${rounds.keys} walks with keys`);
      const heap = await measureHeap(browser, url, pages, rounds.walks);
      return {
        pages,
        buildMs,
        paints: walked.flatMap(({ paints }) => paints),
        preloaded: walked.reduce((sum, { preloaded }) => sum + preloaded, 0),
        heap,
        walks: rounds.walks,
      };
    } finally {
      server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function walk(browser: Browser, url: string, pages: number): Promise<{ readonly paints: readonly number[]; readonly preloaded: number }> {
  return withPage(browser, 1, async ({ page, session }) => {
    await openAndWait(page, url);
    const paints: number[] = [];
    let preloaded = 0;
    for (let step = 1; step < pages; step += 1) {
      // Behind the shown frame are that of the step before and that of the next.
      await waitForFrames(page, step === 1 ? 1 : 2);
      await page.evaluate(watchKey);
      await pressKey(session, 'ArrowRight');
      const { paint, isThere } = await page.evaluate(() => (window as unknown as { watched: Promise<WatchedKey> }).watched);
      paints.push(paint);
      if (isThere) preloaded += 1;
    }
    return { paints, preloaded };
  });
}

interface WatchedKey {
  /** Milliseconds, as the browser reports them. */
  readonly paint: number;
  readonly isThere: boolean;
}

/** Watches the next key, in the page. Resolves `window.watched` when it is painted. */
function watchKey(): void {
  let isThere = false;
  const look = (): void => void (isThere = document.querySelector('iframe[data-loading]') === null);
  addEventListener('keydown', () => requestAnimationFrame(() => requestAnimationFrame(look)), { once: true });
  const watched = new Promise<WatchedKey>((resolve) => {
    // The shortest duration that browsers report is 16 ms.
    const observer = new PerformanceObserver((list) => {
      const entry = list.getEntries().find(({ name }) => name === 'keydown');
      if (!entry) return;
      observer.disconnect();
      setTimeout(() => resolve({ paint: entry.duration, isThere }), 100);
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    setTimeout(() => resolve({ paint: 16, isThere }), 3000);
  });
  Object.assign(window, { watched });
}

/** Waits until there are so many frames behind the one that is shown, and all are loaded. */
async function waitForFrames(page: Page, count: number): Promise<void> {
  const isLoaded = (wanted: number): boolean => {
    const frames = Array.from(document.querySelectorAll('iframe'), ({ contentDocument }) => contentDocument);
    const ahead = document.querySelectorAll('iframe.capture__frame--ahead');
    return ahead.length >= wanted && frames.every((root) => root?.URL === 'about:srcdoc' && root.readyState === 'complete');
  };
  await page.waitForFunction(isLoaded, count, { timeout: LOAD_TIMEOUT_MS }).catch(() => {});
  await page.waitForTimeout(PAUSE_MS);
}
