import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../src/chromium/browser';
import { serveBuild, withBuild } from '../src/vite/withBuild';
import { quantizePng } from './pictures/quantizePng';
import { screenshotExamples } from './pictures/screenshotExamples';

const IMAGE_FOLDER = 'docs/images';
const VIEWPORT = { width: 1280, height: 720 };

/** What the documents show: a file's name, the stop it pictures, and the key that opens what lies over it. */
const SCREENSHOTS: readonly (readonly [name: string, hash: string, key?: string])[] = [
  ['scene-1-terminal', '#/agent/1'],
  ['scene-2-cognito', '#/cognito'],
  ['scene-3-sso', '#/sso'],
  ['scene-4-callback', '#/callback'],
  ['scene-5-forbidden', '#/comparison/3'],
  ['scene-5-comparison', '#/comparison/6'],
  ['on-the-wire', '#/callback', 'x'],
  ['overview', '#/comparison/3', 'o'],
  ['preflight', '#/agent/1', 'c'],
  ['help', '#/agent/1', '?'],
];

async function saveScreenshot(page: Page, name: string): Promise<void> {
  await savePng(name, await page.screenshot());
}

async function savePng(name: string, png: Buffer): Promise<void> {
  const file = path.join(IMAGE_FOLDER, `${name}.png`);
  const small = quantizePng(png);
  await writeFile(file, small);
  console.log(`${file}  ${(small.length / 1024).toFixed(0)} KiB`);
}

/**
 * Takes the pictures of README and docs from the demo's built page, and those of the reference from a page built for them:
 * `npm run pictures`.
 */
export async function main(): Promise<void> {
  await withBuild('scenes', 'index.html', takeScreenshots, console.log);
}

async function takeScreenshots(dist: string): Promise<void> {
  const server = await serveBuild(dist);
  const { executablePath, env } = await findBrowser();
  // Small text as screens draw it: without a window, some Chromiums fit letters to whole pixels.
  const browser = await chromium.launch({ executablePath, ...(env && { env }), args: ['--font-render-hinting=none'] });
  try {
    await mkdir(path.join(IMAGE_FOLDER, 'reference'), { recursive: true });
    const page = await browser.newPage({ viewport: VIEWPORT });
    for (const [name, hash, key] of SCREENSHOTS) {
      await page.goto(`${server.url}?motion=off${hash}`);
      await page.reload();
      await page.waitForSelector('html[data-state="settled"]');
      if (key) {
        await page.keyboard.press(key);
        await page.getByRole('dialog').or(page.getByRole('complementary')).waitFor();
        await page.getByText('Fonts are loading').waitFor({ state: 'hidden' });
        await page.waitForLoadState('networkidle');
      }
      await saveScreenshot(page, name);
    }
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Escape').then(() => page.keyboard.press('s'))]);
    await speaker.setViewportSize({ width: 1366, height: 768 });
    await speaker.getByText('Stage connected').waitFor();
    await saveScreenshot(speaker, 'speaker');
    await screenshotExamples(browser, (name, png) => savePng(`reference/${name}`, png));
  } finally {
    await browser.close();
    await server.close();
  }
}
