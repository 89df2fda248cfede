import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { visibleTextOf } from '../../src/check/visibleText';
import { findSquareCorners, layoutProblems, smallTexts } from '../support/drawnProblems';
import { expectSettled } from '../support/page';
import { SCREENS } from '../support/screens';
import { startStaticServer, type StaticServer } from '../support/staticServer';

/** The example of slides, pages and a terminal, presented on every screen of the room. */
const OUT = 'test-results/pull-request';
let server: StaticServer;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['src/cli/understudy.mjs', 'build', 'examples/pull-request', '--out', OUT]);
  server = await startStaticServer(OUT);
});

test.afterAll(() => server.close());

async function countStops(page: Page): Promise<number> {
  return Number(await page.locator('html').getAttribute('data-stops'));
}

for (const screen of SCREENS) {
  const { width, height, ratio } = screen;
  test.describe(`${width}×${height} at ${ratio}`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: ratio });
    test('every stop can be read, in readable sizes, without stray scrollbars or square corners', async ({ page }) => {
      await page.goto(`${server.url}?motion=off`);
      await expectSettled(page, 0);
      const stops = await countStops(page);
      for (let stop = 0; stop < stops; stop += 1) {
        if (stop > 0) await page.keyboard.press('ArrowRight');
        await expectSettled(page, stop);
        const { problems, cue } = await visibleTextOf(page);
        if (!('scrolls' in screen)) {
          expect.soft(problems, `at stop ${stop}`).toEqual([]);
          expect.soft(cue, `a scroll cue at stop ${stop}`).toBe(false);
        }
        expect.soft(await layoutProblems(page), `at stop ${stop}`).toEqual([]);
        expect.soft(await page.evaluate(findSquareCorners, 'main'), `corners at stop ${stop}`).toEqual([]);
        if ('smallest' in screen) expect.soft(await smallTexts(page, screen.smallest), `at stop ${stop}`).toEqual([]);
      }
    });
  });
}

test('a stop looks the same forwards, backwards and by its address', async ({ page }) => {
  await page.goto(`${server.url}?motion=off`);
  await expectSettled(page, 0);
  const stops = await countStops(page);
  /** The picture of the stop, and what assistive technology reads. */
  const appearance = async (stop: number): Promise<readonly [string, string]> => {
    await expectSettled(page, stop);
    // The hidden next page is no part of the stop.
    const html = await page.evaluate(() => {
      const stage = document.querySelector('main.stage')!.cloneNode(true) as HTMLElement;
      for (const hidden of stage.querySelectorAll('.premounted, .xterm')) hidden.remove();
      return stage.innerHTML;
    });
    return [html, await page.locator('[data-transcript]').innerText()];
  };
  const forwards = [await appearance(0)];
  for (let stop = 1; stop < stops; stop += 1) {
    await page.keyboard.press('ArrowRight');
    forwards.push(await appearance(stop));
  }
  for (let stop = stops - 2; stop >= 0; stop -= 1) {
    await page.keyboard.press('ArrowLeft');
    expect.soft(await appearance(stop), `backwards at stop ${stop}`).toEqual(forwards[stop]);
  }
  for (const stop of [stops - 1, 5, 12, 3]) {
    await page.evaluate((at) => (location.hash = `#/${at}`), stop);
    expect.soft(await appearance(stop), `by address at stop ${stop}`).toEqual(forwards[stop]);
  }
});

test('a burst of presses with motion on ends in the picture of the stop', async ({ page }) => {
  /** The page on stage, at the stop whose chat is typed into. */
  const deployed = async (): Promise<string> => {
    await expectSettled(page, 10);
    return page.locator('.page-frame:not(.premounted *)').evaluate((frame) => frame.outerHTML);
  };
  await page.goto(`${server.url}?motion=off#/release/2`);
  const expected = await deployed();
  await page.goto('about:blank');
  await page.goto(server.url);
  await expectSettled(page, 0);
  await Promise.all(Array.from({ length: 10 }, () => page.keyboard.press('ArrowRight')));
  expect(await deployed()).toBe(expected);
  // On to the middle of a step that plays, and back.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await deployed()).toBe(expected);
});
