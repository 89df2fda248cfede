import { expect, test, type Page } from '@playwright/test';
import { withBrowser } from '../../src/chromium/browser';
import { axeViolations } from '../support/axe';
import { expectSettled, expectStop, openStop } from '../support/page';

const boxes = (page: Page, ...selectors: string[]): Promise<unknown> =>
  page.evaluate((list) => list.map((selector) => document.querySelector(selector)?.getBoundingClientRect().toJSON() as unknown), selectors);

test('a booth plays with captions, is taken over by a press, and starts over with nothing of the visitor left', async ({ page }) => {
  await page.clock.install();
  await page.goto('./?kiosk&idle=10&motion=off');
  const caption = page.locator('.captions [role="status"]');
  await expect(page.locator('html[data-kiosk]')).toBeAttached();
  await expect(caption).toContainText('An AI coding agent knows three tools.');
  const layout = await boxes(page, '.stage', '.captions', '.status-bar');
  await page.clock.fastForward(120_000);
  await expectSettled(page, 1);
  await expect(caption).toContainText('The server refuses');
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 2);
  expect(await boxes(page, '.stage', '.captions', '.status-bar')).toEqual(layout);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('d');
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.clock.fastForward(10_000);
  await expectSettled(page, 0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByText('▶ Autoplay')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.endsWith('settings')))).toEqual([]);
  await page.clock.fastForward(120_000);
  await expectStop(page, 1);
});

test('a frozen stage answers presses in the place of its footer, and asks before it shows the overview', async ({ page }) => {
  await page.clock.install();
  await openStop(page, 1);
  const layout = await boxes(page, '.stage', '.status-bar');
  const sign = page.locator('.foot[role="status"]');
  await page.keyboard.press('z');
  await expect(sign).toHaveText('Frozen: z goes on');
  expect(await boxes(page, '.stage', '.status-bar')).toEqual(layout);
  await page.keyboard.press('o');
  await expect(sign).toHaveText(/press again/u);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('o');
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 2);
  await expect(sign).toHaveText('No longer frozen');
  await page.clock.fastForward(4000);
  await expect(sign).toHaveCount(0);
});

test('with two screens, s opens the speaker window on the laptop’s, and a screen that is unplugged is reported to the speaker', async ({
  baseURL,
}) => {
  const screens = '--screen-info={1366x768 label=Laptop}{1920x1080 label=Projector}';
  await withBrowser(
    async (browser) => {
      const context = await browser.newContext({ viewport: null, serviceWorkers: 'block', baseURL: baseURL! });
      const stage = await context.newPage();
      const devtools = await context.newCDPSession(stage);
      const { targetInfo } = await devtools.send('Target.getTargetInfo');
      const permission = { permissions: ['windowManagement'] as never[], browserContextId: targetInfo.browserContextId! };
      await openStop(stage, 1);
      const hasScreens = await stage.evaluate(() => (screen as { isExtended?: boolean }).isExtended);
      test.skip(!hasScreens, 'This Chromium has no virtual screens.');
      await stage.keyboard.press('c');
      const check = stage.getByRole('listitem').filter({ hasText: 'Screens' });
      await expect(check).toContainText('the browser asks once');
      await devtools.send('Browser.grantPermissions', permission);
      await expect(check).toContainText('2. s fills “Projector” (1920 × 1080); your window is on “Laptop” (1366 × 768).');
      await stage.keyboard.press('Escape');
      const [speaker] = await Promise.all([context.waitForEvent('page'), stage.keyboard.press('s')]);
      await expect(speaker.locator('html')).toHaveAttribute('data-stop', '1');
      expect(await speaker.evaluate(() => [screenX, screenY, innerWidth, innerHeight])).toEqual([0, 0, 1366, 768]);
      await devtools.send('Emulation.removeScreen' as never, { screenId: '2' } as never);
      await expect(speaker.getByText('A screen was unplugged.')).toBeVisible();
      await speaker.keyboard.press('ArrowRight');
      await expect(stage.locator('html')).toHaveAttribute('data-stop', '2');
      await expect(speaker.getByText('A screen was unplugged.')).toHaveCount(0);
    },
    { args: [screens] },
  );
});
