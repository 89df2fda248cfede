import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { MIN_TYPE } from '../../src/kinds/slide/compile/typeSize';
import { buildExample, visitExample } from '../support/example';
import { expectSettled } from '../support/page';
import { screenText } from '../support/screen';

let folder: string;
test.beforeAll(async () => {
  folder = await buildExample('slides');
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));
// In one worker, which builds the example once.
test.describe.configure({ mode: 'default' });

/** Sizes of a hall's projector, of an old one, of a very wide wall and of a phone. */
const SIZES = [
  [1280, 720],
  [1024, 768],
  [2560, 1080],
  [390, 844],
] as const;

/** Units that a size loses when a browser rounds its pixels. */
const ROUNDING = 0.1;

async function stopsOf(page: Page): Promise<number> {
  return Number(await page.locator('html').getAttribute('data-stops'));
}

/** Returns the visible texts on the slide that are outside the stage, with their smallest type in units. */
async function measureSlide(page: Page): Promise<{ readonly outside: string[]; readonly smallest: number }> {
  return page.evaluate(() => {
    const stage = document.querySelector('main.stage')!.getBoundingClientRect();
    const unit = Number.parseFloat(getComputedStyle(document.querySelector('.slide')!).getPropertyValue('--u'));
    const texts = [...document.querySelectorAll<HTMLElement>('.page:not(.premounted) .slide *')].filter(
      (each) => each.checkVisibility({ visibilityProperty: true }) && [...each.childNodes].some((node) => node.nodeType === 3),
    );
    const isOutside = ({ left, right, top, bottom }: DOMRect): boolean =>
      left < stage.left - 1 || right > stage.right + 1 || top < stage.top - 1 || bottom > stage.bottom + 1;
    return {
      outside: texts.filter((each) => isOutside(each.getBoundingClientRect())).map(({ textContent }) => textContent),
      smallest: Math.min(...texts.map((each) => Number.parseFloat(getComputedStyle(each).fontSize) / unit)),
    };
  });
}

for (const [width, height] of SIZES)
  test(`every slide fits a stage of ${width}×${height} in type of ${MIN_TYPE} units or more`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await visitExample(page, folder, '?motion=off');
    const stops = await stopsOf(page);
    expect(stops).toBeGreaterThan(12);
    for (let stop = 0; stop < stops; stop += 1) {
      await expectSettled(page, stop);
      const { outside, smallest } = await measureSlide(page);
      expect(outside, `stop ${stop}`).toEqual([]);
      expect(smallest, `stop ${stop}`).toBeGreaterThanOrEqual(MIN_TYPE - ROUNDING);
      if (stop < stops - 1) await page.keyboard.press('ArrowRight');
    }
  });

test('bullets keep their places while they come, and stepping back shows what stood', async ({ page }) => {
  await visitExample(page, folder, '?motion=off#/bullets');
  await expectSettled(page, 3);
  const place = () => page.locator('.slide--bullets li').first().boundingBox();
  const [first, screens] = [await place(), [await screenText(page)]];
  for (const stop of [4, 5]) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    expect(await place()).toEqual(first);
    screens.push(await screenText(page));
  }
  for (const stop of [4, 3]) {
    await page.keyboard.press('ArrowLeft');
    await expectSettled(page, stop);
    expect(await screenText(page)).toBe(screens[stop - 3]);
  }
});
