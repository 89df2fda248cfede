import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { withBrowser } from '../../src/chromium/browser';
import { waitForStop } from '../../src/chromium/goToStop';
import { buildInto, withServer } from '../../src/vite/withBuild';
import { openOverlay, SCREEN_FONT_ARGS } from '../pictures/openOverlay';

const VIEWPORT_SIZES = [
  [1920, 1080],
  [1366, 768],
  [1024, 768],
  [390, 844],
] as const;

const THEMES = ['dark', 'light'] as const;

/** Keys that open an overlay or panel, by the screenshot's name. */
const OVERLAY_KEYS = { help: '?', overview: 'o', goto: 'g', check: 'c', rehearsal: 'r', wire: 'x' } as const;

/** The time of day in every screenshot. */
const NOW = new Date('2026-01-01T12:00:00Z');

/** Takes a screenshot of every stop of `stories` in every size and theme; of the first story also every overlay. */
export async function captureStories(stories: readonly string[], folder: string): Promise<void> {
  await withBrowser(
    async (browser) => {
      for (const story of stories) {
        const outDir = await mkdtemp(path.join(tmpdir(), 'understudy-screens-'));
        try {
          await buildInto(story, outDir);
          await withServer(outDir, (url) => captureStory(browser, `${url}?motion=off`, path.join(folder, story), story === stories[0]));
        } finally {
          await rm(outDir, { recursive: true, force: true });
        }
      }
    },
    { args: SCREEN_FONT_ARGS },
  );
}

async function captureStory(browser: Browser, address: string, folder: string, withOverlays: boolean): Promise<void> {
  for (const [width, height] of VIEWPORT_SIZES) {
    for (const theme of THEMES) {
      const name = path.join(folder, `${width}x${height}-${theme}`);
      await mkdir(name, { recursive: true });
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', serviceWorkers: 'block' });
      await context.clock.setFixedTime(NOW);
      const page = await context.newPage();
      await page.goto(address);
      await waitForStop(page, 0);
      // The controls hide when the pointer is idle.
      await page.waitForSelector('html[data-idle]');
      if (theme === 'light') await page.keyboard.press('d');
      const stops = await captureStops(page, name);
      if (withOverlays) await captureOverlays(page, name);
      console.log(`${name}  ${stops} stops`);
      await context.close();
    }
  }
}

async function captureStops(page: Page, name: string): Promise<number> {
  const stops = Number(await page.locator('html').getAttribute('data-stops'));
  for (let stop = 0; stop < stops; stop += 1) {
    if (stop > 0) await page.keyboard.press('ArrowRight');
    await waitForStop(page, stop);
    await page.screenshot({ path: path.join(name, `${String(stop).padStart(3, '0')}.png`) });
  }
  return stops;
}

async function captureOverlays(page: Page, name: string): Promise<void> {
  for (const [overlay, key] of Object.entries(OVERLAY_KEYS)) {
    await openOverlay(page, key);
    await page.screenshot({ path: path.join(name, `overlay-${overlay}.png`) });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').or(page.getByRole('complementary')).waitFor({ state: 'detached' });
  }
  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  await speaker.getByText('Stage connected').waitFor();
  await speaker.screenshot({ path: path.join(name, 'speaker.png') });
}
