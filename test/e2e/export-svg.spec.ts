import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { terminalRows } from '../support/screen';
import { openStop } from '../support/page';

const run = promisify(execFile);
let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'svg-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Returns the rows of text that a picture shows at a part of its time, from 0 to 1. */
function visibleRows(page: Page, part: number): Promise<string[]> {
  return page.evaluate((fraction) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = fraction * Number(animation.effect!.getTiming().duration);
    }
    const rows = new Map<number, { left: number; text: string }[]>();
    for (const text of document.querySelectorAll<SVGTextElement>('.s text')) {
      if (getComputedStyle(text).visibility !== 'visible') continue;
      const { left, top } = text.getBoundingClientRect();
      rows.set(Math.round(top), [...(rows.get(Math.round(top)) ?? []), { left, text: text.textContent }]);
    }
    return [...rows]
      .toSorted(([a], [b]) => a - b)
      .map(([, texts]) =>
        texts
          .toSorted((a, b) => a.left - b.left)
          .map(({ text }) => text)
          .join(''),
      );
  }, part);
}

/** Rows without blanks, the turning sign of a spinner and empty rows. */
const words = (rows: readonly string[]): readonly string[] =>
  rows.map((row) => row.replaceAll(/[\s◜◠◝◞◡◟▎│]/gu, '')).filter((row) => row !== '');

test('the SVG of a scene ends with what the stage shows, begins with less, and is a picture', async ({ page, context }) => {
  const file = path.join(folder, 'agent.svg');
  await run(process.execPath, ['src/cli/understudy.mjs', 'export', 'svg', '--scene', 'agent', '--out', file], {
    env: { ...process.env, SCENES: '' },
  });
  await openStop(page, 1);
  const stage = words(await terminalRows(page));
  expect(stage.length).toBeGreaterThan(10);

  const picture = await context.newPage();
  await picture.goto(pathToFileURL(file).href);
  expect(words(await visibleRows(picture, 0.9999))).toEqual(stage);
  const first = words(await visibleRows(picture, 0.1));
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(stage.length);

  await picture.goto(pathToFileURL(path.join(folder, 'agent.svg')).href.replace(/agent\.svg$/u, ''));
  const width = await picture.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image.naturalWidth;
  }, pathToFileURL(file).href);
  expect(width).toBe(936);
});
