import { expect, test } from '@playwright/test';
import { expectSettled, openAt } from '../support/page';

/** What a step does to be quick must leave no trace in the picture. */
declare global {
  interface Window {
    /** Every change of the wings: whether a stop was put up, and whether it was still there once the task was over. */
    wings: { drawn: boolean; left: boolean }[];
  }
}

test('the next stop is drawn in the wings while the page rests, and gone within the task', async ({ page }) => {
  await openAt(page);
  const wings = page.locator('.wings');
  await wings.evaluate((host) => {
    window.wings = [];
    new MutationObserver((changes) => {
      window.wings.push({ drawn: changes.some(({ addedNodes }) => addedNodes.length > 0), left: host.childElementCount > 0 });
    }).observe(host, { childList: true });
  });
  for (let stop = 1; stop <= 3; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    await expect.poll(() => page.evaluate(() => window.wings)).toEqual(Array.from({ length: stop }, () => ({ drawn: true, left: false })));
  }
  await expect(wings).toHaveAttribute('inert');
  await expect(wings).toBeEmpty();
});

test('another size of the stage has its next stop drawn anew', async ({ page }) => {
  await openAt(page, 2);
  await page.locator('.wings').evaluate((host) => {
    window.wings = [];
    new MutationObserver(() => window.wings.push({ drawn: true, left: host.childElementCount > 0 })).observe(host, { childList: true });
  });
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect.poll(() => page.evaluate(() => window.wings.length)).toBeGreaterThan(0);
  expect(await page.evaluate(() => window.wings.some(({ left }) => left))).toBe(false);
});

test('the scripts are fetched once, and not before the first picture', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('.terminal__host .xterm')).toBeVisible();
  const { painted, scripts } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    scripts: performance
      .getEntriesByType('resource')
      .map(({ name, startTime }) => ({ name: /assets\/(player|main|story|terminal)-[^/]*\.js$/u.exec(name)?.[1], startTime }))
      .filter(({ name }) => name !== undefined),
  }));
  expect(scripts.map(({ name }) => name).toSorted()).toEqual(['main', 'player', 'story', 'terminal']);
  for (const { name, startTime } of scripts) expect(startTime, name).toBeGreaterThanOrEqual(painted);
});
