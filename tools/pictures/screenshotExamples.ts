import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { exampleStory, type ReferenceScreenshot } from '../reference/exampleStory';
import { buildInto, withServer } from '../../src/vite/withBuild';

/** Space around a block, in pixels. */
const MARGIN = 14;

/** Builds a story of all examples in the reference and passes a screenshot of each to `take`. */
export async function screenshotExamples(browser: Browser, take: (name: string, png: Buffer) => Promise<void>): Promise<void> {
  const { files, pictures } = exampleStory();
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-reference-'));
  const outDir = path.join(folder, 'dist');
  try {
    await mkdir(path.join(folder, 'scenes'));
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, 'scenes', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await buildInto(path.join(folder, 'scenes'), outDir);
    await withServer(outDir, async (url) => {
      for (const picture of pictures)
        await take(picture.name, await screenshotExample(browser, `${url}?motion=off${picture.hash}`, picture));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function screenshotExample(browser: Browser, address: string, { subject }: ReferenceScreenshot): Promise<Buffer> {
  const isBlock = subject === 'block';
  const page = await browser.newPage({
    viewport: isBlock ? { width: 960, height: 540 } : { width: 1280, height: 720 },
    deviceScaleFactor: isBlock ? 2 : 1,
    colorScheme: 'dark',
  });
  try {
    await page.goto(address);
    await page.waitForSelector('html[data-state="settled"]');
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot(isBlock ? { clip: await blockBox(page) } : {});
  } finally {
    await page.close();
  }
}

/** Returns the terminal's box, down to its last row with text. */
async function blockBox(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  return page.evaluate((margin) => {
    const rows = [...document.querySelectorAll('.xterm-rows > div')].filter((row) => row.textContent?.trim());
    const body = document.querySelector('.window--terminal .window__body')!.getBoundingClientRect();
    const top = Math.max(body.top, rows[0]!.getBoundingClientRect().top - margin);
    const bottom = rows.at(-1)!.getBoundingClientRect().bottom + margin;
    return { x: body.left, y: top, width: body.width, height: bottom - top };
  }, MARGIN);
}
