import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { buildInto, withServer } from '../../src/vite/withBuild';

const STORY = 'examples/slides';

/** Passes a small screenshot of each slide of `examples/slides`, at its last step, to `take`; its name is that of the slide. */
export async function screenshotSlides(browser: Browser, take: (name: string, png: Buffer) => Promise<void>): Promise<void> {
  const { scenes } = JSON.parse(await readFile(path.join(STORY, 'story.json'), 'utf8')) as { scenes: string[] };
  const outDir = await mkdtemp(path.join(tmpdir(), 'understudy-slides-'));
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 0.5 });
  try {
    await buildInto(STORY, outDir);
    await withServer(outDir, async (url) => {
      for (const file of scenes) {
        const { id, steps } = JSON.parse(await readFile(path.join(STORY, file), 'utf8')) as { id: string; steps: unknown[] };
        await page.goto(`${url}?motion=off#/${id}/${steps.length - 1}`);
        await page.reload();
        await page.waitForSelector('html[data-state="settled"]');
        await page.evaluate(() => document.fonts.ready);
        await take(id, await page.locator('main.stage').screenshot());
      }
    });
  } finally {
    await page.close();
    await rm(outDir, { recursive: true, force: true });
  }
}
