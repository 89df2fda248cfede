import type { Page } from '@playwright/test';
import { withBrowser } from '../src/chromium/browser';
import { findStoryFolder } from '../src/cli/storyFolder';
import { withBuild, withServer } from '../src/vite/withBuild';
import { countTimers } from './soak/countTimers';
import { createMeasure, formatGrowth } from './soak/measurePage';
import { walkTools, withToolsStory } from './soak/walkTools';

const WALKS = 1000;
/** Milliseconds after which what a tool began has ended: a resting laser hides, ink is stored, a notice goes. */
const REST_MS = 6000;

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

/**
 * Prints how heap, nodes, listeners and timers grow over a thousand walks: `npm run soak`, or `npm run soak -- <folder>` for another
 * story. `npm run soak -- --tools [walks]` uses everything a presenter holds in hand, in a stage and its speaker window.
 */
export async function main([folder, walks]: readonly string[]): Promise<void> {
  if (folder === '--tools') {
    const count = Number(walks ?? WALKS);
    await withToolsStory((story) => withBuild(story, 'index.html', (dist) => soakTools(dist, count), console.log));
  } else await withBuild(findStoryFolder(folder), 'index.html', soak, console.log);
}

function soak(dist: string): Promise<void> {
  return withServer(dist, (url) =>
    withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.addInitScript(countTimers);
      const measure = await createMeasure(page);
      await page.goto(`${url}?motion=off`);
      await page.waitForSelector('html[data-state="settled"]');
      // The first walks compile code and fill caches of a fixed size.
      await walkStops(page, 20);
      const before = await measure();
      for (let done = 0; done < WALKS; done += WALKS / 10) {
        await walkStops(page, WALKS / 10);
        console.log(`${String(done + WALKS / 10).padStart(5)} walks: ${formatGrowth(before, await measure())}`);
      }
    }),
  );
}

/** Compiled code is no leak, and grows for minutes; without it, what is left is what the page holds. */
const WITHOUT_COMPILERS = { args: ['--js-flags=--no-sparkplug --no-maglev --no-turbofan --no-flush-bytecode'] };

function soakTools(dist: string, walks: number): Promise<void> {
  return withServer(dist, (url) =>
    withBrowser(async (browser) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
      await context.addInitScript(countTimers);
      const stage = await context.newPage();
      await stage.goto(`${url}?captions`);
      await stage.keyboard.press('Home');
      await stage.waitForSelector('html[data-state="settled"]');
      const [speaker] = await Promise.all([context.waitForEvent('page'), stage.keyboard.press('s')]);
      await speaker.getByText('Stage connected').waitFor();
      const pages = Object.entries({ stage, speaker });
      const measures = await Promise.all(pages.map(async ([name, page]) => ({ name, measure: await createMeasure(page) })));
      const measureAll = async () => {
        await stage.waitForTimeout(REST_MS);
        return Promise.all(measures.map(async ({ name, measure }) => ({ name, metrics: await measure() })));
      };
      const part = Math.ceil(walks / 5);
      await walkTools(stage, speaker, Math.ceil(walks / 10));
      const before = await measureAll();
      for (let done = part; done <= walks; done += part) {
        await walkTools(stage, speaker, part);
        for (const [at, { name, metrics }] of (await measureAll()).entries())
          console.log(`${String(done).padStart(5)} walks, ${name}: ${formatGrowth(before[at]!.metrics, metrics)}`);
      }
    }, WITHOUT_COMPILERS),
  );
}
