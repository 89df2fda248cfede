import { expect, test } from '@playwright/test';
import { expectSettled } from '../support/page';
import { expectReadable, expectSameBothWays, serveExample } from '../support/presentTalk';
import { SCREENS } from '../support/screens';
import type { StaticServer } from '../support/staticServer';

/** The example of slides, pages and a terminal, presented on every screen of the room. */
let server: StaticServer;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  server = await serveExample('pull-request');
});

test.afterAll(() => server.close());

for (const screen of SCREENS) {
  const { width, height, ratio } = screen;
  test.describe(`${width}×${height} at ${ratio}`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: ratio });
    test('every stop can be read, in readable sizes, without stray scrollbars or square corners', async ({ page }) => {
      await expectReadable(page, server.url, screen);
    });
  });
}

test('a stop looks the same forwards, backwards and by its address', async ({ page }) => {
  await expectSameBothWays(page, server.url, [5, 12, 3]);
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
