import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';
import { ROOT } from '../../src/project/root';
import { findBrowser } from '../../src/chromium/browser';

const VIEWPORT_SIZES = [
  [1920, 1080],
  [1366, 768],
  [1024, 768],
  [390, 844],
] as const;

const THEMES = ['dark', 'light'] as const;

/** Keys that open something over or beside the stage, by the name of the screenshot. */
const OVERLAY_KEYS = { help: '?', overview: 'o', goto: 'g', check: 'c', rehearsal: 'r', wire: 'x' } as const;

/** The time of day in every screenshot. */
const NOW = new Date('2026-01-01T12:00:00Z');

/** Takes a screenshot of every stop of `stories` in every size and theme; of the first story also what opens over it. */
export async function captureStories(stories: readonly string[], folder: string): Promise<void> {
  const { executablePath, env } = await findBrowser();
  // Small text as screens draw it: without a window, some Chromiums fit letters to whole pixels.
  const browser = await chromium.launch({ executablePath, ...(env && { env }), args: ['--font-render-hinting=none'] });
  try {
    for (const story of stories) {
      const outDir = await mkdtemp(path.join(tmpdir(), 'understudy-screens-'));
      try {
        await buildStory(story, outDir);
        await captureStory(browser, outDir, path.join(folder, story), story === stories[0]);
      } finally {
        await rm(outDir, { recursive: true, force: true });
      }
    }
  } finally {
    await browser.close();
  }
}

/** Builds in a process of its own: this one has loaded React for development. */
async function buildStory(story: string, outDir: string): Promise<void> {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, SCENES: path.resolve(story), NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'], {
    cwd: ROOT,
    env,
  });
}

async function captureStory(browser: Browser, outDir: string, folder: string, withOverlays: boolean): Promise<void> {
  const server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0 } });
  const address = `${server.resolvedUrls?.local[0] ?? ''}?motion=off`;
  try {
    for (const [width, height] of VIEWPORT_SIZES) {
      for (const theme of THEMES) {
        const name = path.join(folder, `${width}x${height}-${theme}`);
        await mkdir(name, { recursive: true });
        const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', serviceWorkers: 'block' });
        await context.clock.setFixedTime(NOW);
        const page = await context.newPage();
        await page.goto(address);
        await waitForStop(page, 0);
        // The controls hide with the resting pointer.
        await page.waitForSelector('html[data-idle]');
        if (theme === 'light') await page.keyboard.press('d');
        const stops = await captureStops(page, name);
        if (withOverlays) await captureOverlays(page, name);
        console.log(`${name}  ${stops} stops`);
        await context.close();
      }
    }
  } finally {
    await server.close();
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
    await page.keyboard.press(key);
    await page.getByRole('dialog').or(page.getByRole('complementary')).waitFor();
    await page.getByText('Fonts are loading').waitFor({ state: 'hidden' });
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(name, `overlay-${overlay}.png`) });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').or(page.getByRole('complementary')).waitFor({ state: 'detached' });
  }
  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  await speaker.getByText('Stage connected').waitFor();
  await speaker.screenshot({ path: path.join(name, 'speaker.png') });
}

/** Waits until `stop` is on screen with its fonts. */
async function waitForStop(page: Page, stop: number): Promise<void> {
  await page.waitForSelector(`html[data-stop="${stop}"][data-state="settled"]`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
