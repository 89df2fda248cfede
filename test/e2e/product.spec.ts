import { expect, test } from '@playwright/test';
import { expectReadable, expectSameBothWays, serveExample } from '../support/presentTalk';
import { SCREENS } from '../support/screens';
import type { StaticServer } from '../support/staticServer';

/** The example of captured pages, code, scenes beside each other and windows over them, presented on screens of a room. */
let server: StaticServer;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  server = await serveExample('product');
});

test.afterAll(() => server.close());

for (const screen of [SCREENS[0], SCREENS[2], SCREENS[10]]) {
  const { width, height, ratio } = screen;
  test.describe(`${width}×${height} at ${ratio}`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: ratio });
    test('every stop can be read, in readable sizes, without stray scrollbars or square corners', async ({ page }) => {
      await expectReadable(page, server.url, screen);
    });
  });
}

test('a stop looks the same forwards, backwards and by its address', async ({ page }) => {
  await expectSameBothWays(page, server.url, [2, 7, 13]);
});

test('a detour returns to its stop, also after a reload, and a short version leaves stops out', async ({ page }) => {
  const html = page.locator('html');
  await page.goto(`${server.url}?motion=off#/ship`);
  await expect(html).toHaveAttribute('data-state', 'settled');
  const all = Number(await html.getAttribute('data-stops'));
  await page.keyboard.press('q');
  await expect(page).toHaveURL(/#\/rollback$/u);
  await expect(page.locator('.status__where')).toContainText('Detour');
  await page.reload();
  await expect(html).toHaveAttribute('data-state', 'settled');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/ship$/u);
  await page.goto(`${server.url}?motion=off&cut=short#/close-up`);
  await expect(html).toHaveAttribute('data-state', 'settled');
  expect(Number(await html.getAttribute('data-stops'))).toBeLessThan(all);
  await expect(page).not.toHaveURL(/close-up/u);
});
