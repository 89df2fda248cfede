import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { writeGeneratedStory } from '../../bench/generatedStory';
import { startStaticServer } from '../support/staticServer';
import { expectSettled } from '../support/page';

/** Stories longer than a talk: numbers of scenes of ten stops. */
for (const scenes of [5, 60]) {
  test(`a story of ${scenes * 10} stops fits its status bar on every screen, and its plan the speaker window`, async ({ page }) => {
    // Builds a page.
    test.slow();
    const folder = await mkdtemp(path.join(tmpdir(), 'understudy-long-'));
    await writeGeneratedStory(path.join(folder, 'scenes'), { label: '', scenes });
    const out = path.join(folder, 'dist');
    await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', out], {
      env: { ...process.env, SCENES: path.join(folder, 'scenes') },
    });
    const host = await startStaticServer(out);
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const stop of [0, scenes * 5 + 3, scenes * 10 - 1]) {
        await page.goto('about:blank');
        await page.goto(`${host.url}?motion=off#/${stop}`);
        await expectSettled(page, stop);
        const frame = await page.evaluate(() => {
          const box = (part: string): DOMRect => document.querySelector(`.status__${part}`)!.getBoundingClientRect();
          const lines = (part: string): number => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(`.status__${part}`)!);
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
          };
          const bar = document.querySelector('.progress')!.getBoundingClientRect();
          const now = document.querySelector('.progress [data-mark="now"]')!.getBoundingClientRect();
          const where = box('where');
          return {
            clipped: [bar, now, box('topic'), box('hint')].filter(
              ({ left, right, width: wide }) => wide < 2 || left < 0 || right > innerWidth + 0.5,
            ).length,
            bar: bar.right <= where.right + 0.5,
            topic: lines('topic'),
            centred: innerWidth < innerHeight || Math.abs((box('topic').left + box('topic').right) / 2 - innerWidth / 2) < 2,
          };
        });
        expect(frame, `${width}×${height}, stop ${stop}`).toEqual({ clipped: 0, bar: true, topic: 1, centred: true });
      }
    }
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    const pieces = speaker.locator('.speaker-pace i');
    await expect(pieces.first()).toBeAttached();
    const past = await speaker.locator('.speaker-pace').evaluate((bar) => {
      const end = bar.getBoundingClientRect().right + 0.5;
      return [...bar.children].filter((piece) => piece.getBoundingClientRect().right > end || piece.getBoundingClientRect().width === 0)
        .length;
    });
    expect(past, 'pieces of the plan that are not in its bar').toBe(0);
    await host.close();
    await rm(folder, { recursive: true, force: true });
  });
}
