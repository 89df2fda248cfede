import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withBrowser } from '../src/chromium/browser';
import { run as exportGif } from '../src/export/gif';
import { run as exportSvg } from '../src/export/svg';
import { withBuild, withServer } from '../src/vite/withBuild';
import { openOverlay, SCREEN_FONT_ARGS } from './pictures/openOverlay';
import { quantizePng } from './pictures/quantizePng';
import { screenshotElement } from './pictures/screenshotElement';
import { screenshotExamples } from './pictures/screenshotExamples';
import { screenshotImport } from './pictures/screenshotImport';
import { screenshotSlides } from './pictures/screenshotSlides';
import { screenshotTalk } from './pictures/screenshotTalk';

const IMAGE_FOLDER = 'docs/images';
const VIEWPORT = { width: 1280, height: 720 };

/** The screenshots of the documents: the file's name, the stop, and the key of an overlay to open. */
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

/** Screenshots of examples, by the example's name. */
const EXAMPLE_SCREENSHOTS: Readonly<Record<string, readonly (readonly [name: string, hash: string])[]>> = {
  'pull-request': [
    ['example-review', '#/review/2'],
    ['example-metrics', '#/metrics/1'],
  ],
  product: [['example-approval', '#/approval/0']],
};

/** The film at the top of the README, which stays two seconds at each stop. */
const GIF = { size: { width: 800, height: 450 }, fps: 12.5, speed: 1, dwell: 2000, theme: 'dark', loop: 0 } as const;

async function savePng(name: string, png: Buffer): Promise<void> {
  const file = path.join(IMAGE_FOLDER, `${name}.png`);
  const small = quantizePng(png);
  await writeFile(file, small);
  console.log(`${file}  ${(small.length / 1024).toFixed(0)} KiB`);
}

/** Writes the screenshots of README, docs and reference: `npm run pictures`. */
export async function main(): Promise<void> {
  await exportGif('scenes', { ...GIF, output: path.join(IMAGE_FOLDER, 'demo.gif') });
  await exportSvg('scenes', { scene: 'agent', dwell: 4000, output: path.join(IMAGE_FOLDER, 'demo-terminal.svg') });
  await withBuild('scenes', 'index.html', takeScreenshots, console.log);
  for (const [name, screenshots] of Object.entries(EXAMPLE_SCREENSHOTS))
    await withBuild(`examples/${name}`, 'index.html', (dist) => takeExampleScreenshots(dist, screenshots), console.log);
  await withBuild('examples/product', 'index.html', takeTalkScreenshots, console.log);
  await withBrowser(async (browser) => savePng('import-har', await screenshotImport(browser)), { args: SCREEN_FONT_ARGS });
}

function takeTalkScreenshots(dist: string): Promise<void> {
  return withBrowser((browser) => screenshotTalk(browser, dist, async (name, page) => savePng(name, await page.screenshot())), {
    args: SCREEN_FONT_ARGS,
  });
}

async function takeScreenshots(dist: string): Promise<void> {
  for (const name of ['reference', 'slides']) await mkdir(path.join(IMAGE_FOLDER, name), { recursive: true });
  await withServer(dist, (url) =>
    withBrowser(
      async (browser) => {
        const page = await browser.newPage({ viewport: VIEWPORT });
        for (const [name, hash, key] of SCREENSHOTS) {
          await page.goto(`${url}?motion=off${hash}`);
          await page.reload();
          await page.waitForSelector('html[data-state="settled"]');
          if (key) await openOverlay(page, key);
          await savePng(name, await page.screenshot());
        }
        await page.goto(`${url}?motion=off&captions#/comparison/3`);
        await page.waitForSelector('html[data-state="settled"]');
        await savePng('captions', await page.screenshot());
        await savePng('element', await screenshotElement(browser, url));
        await page.goto(`${url}?motion=off#/agent/1`);
        await page.waitForSelector('html[data-state="settled"]');
        const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
        await speaker.setViewportSize({ width: 1366, height: 768 });
        await speaker.getByText('Stage connected').waitFor();
        await savePng('speaker', await speaker.screenshot());
        await screenshotExamples(browser, (name, png) => savePng(`reference/${name}`, png));
        await screenshotSlides(browser, (name, png) => savePng(`slides/${name}`, png));
      },
      { args: SCREEN_FONT_ARGS },
    ),
  );
}

function takeExampleScreenshots(dist: string, screenshots: readonly (readonly [name: string, hash: string])[]): Promise<void> {
  return withServer(dist, (url) =>
    withBrowser(
      async (browser) => {
        const page = await browser.newPage({ viewport: VIEWPORT });
        for (const [name, hash] of screenshots) {
          await page.goto(`${url}?motion=off${hash}`);
          await page.reload();
          await page.waitForSelector('html[data-state="settled"]');
          await savePng(name, await page.screenshot());
        }
      },
      { args: SCREEN_FONT_ARGS },
    ),
  );
}
