import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { openStop } from '../support/page';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const results = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

for (const theme of ['dark', 'light'] as const) {
  for (const [name, key] of [
    ['help', '?'],
    ['overview', 'o'],
    ['go to', 'g'],
    ['preflight', 'c'],
    ['rehearsal', 'r'],
    ['black', 'b'],
  ] as const) {
    test(`${name}, ${theme}: axe finds nothing`, async ({ page }) => {
      await openStop(page, 6);
      if (theme === 'light') await page.keyboard.press('d');
      await page.keyboard.press(key);
      await expect(name === 'black' ? page.locator('.screen-cover') : page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('light: axe finds nothing at any stop', async ({ page }) => {
  await openStop(page, 0);
  await page.keyboard.press('d');
  for (let stop = 0; stop < 12; stop += 1) {
    await page.evaluate((index) => (location.hash = `#/${index}`), stop);
    await expect(page.locator('html')).toHaveAttribute('data-stop', String(stop));
    await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
    expect.soft(await violations(page), `at stop ${stop}`).toEqual([]);
  }
});

test('a dialog takes the focus and gives it back', async ({ page }) => {
  await openStop(page, 6);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');
  await page.keyboard.press('o');
  await expect.poll(focused).toContain('card');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toContain('stage');
});

test('each settled stop is told once, politely', async ({ page }) => {
  await openStop(page, 6);
  const announcer = page.locator('[data-announcer]');
  await expect(announcer).toHaveAttribute('aria-live', 'polite');
  await expect(announcer).toContainText('Stop 5.2, 7 of 12: The call works.');
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const announced = document.querySelector('[data-announcer]')!;
    new MutationObserver(() => announced.textContent && said.push(announced.textContent)).observe(announced, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.keyboard.press('ArrowRight');
  await expect(announcer).toContainText('Stop 5.3, 8 of 12');
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.length)).toBe(1);
});
