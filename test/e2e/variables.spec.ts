import { expect, test } from '@playwright/test';
import { expectSettled } from '../support/page';
import { STOP_HASHES } from '../support/demoScript';

/** Values that a link might carry to attack the person who opens it. */
const HOSTILE = [
  '<img src=x onerror="window.hurt=1">',
  '\u001b[2J\u001b]0;owned\u0007',
  '{{token}}',
  '"><script>window.hurt=1</script>',
  '\u202Eevil',
];

test('the address gives open variables another value, on every page and in the terminal', async ({ page }) => {
  await page.goto(`./?motion=off&user=ann%40example.org&company=Acme${STOP_HASHES[3]}`);
  await expectSettled(page, 3);
  await expect(page.locator('.window--browser')).toContainText('Acme');
  await expect(page.locator('.window--browser input').first()).toHaveValue('ann@example.org');
  await page.keyboard.type('5.4');
  await page.keyboard.press('Enter');
  await expectSettled(page, 8);
  await expect(page.locator('.xterm-rows')).toContainText('ann@example.org does not have scope');
});

test('closed variables keep their value', async ({ page }) => {
  await page.goto(`./?motion=off&port=1&token=mine${STOP_HASHES[4]}`);
  await expectSettled(page, 4);
  await expect(page.locator('.window--browser')).toContainText('localhost:9876/callback');
  await expect(page.locator('.window--browser')).toContainText('eyJhbG...Rk4x');
});

test('hostile values stay text', async ({ page }) => {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  for (const value of HOSTILE) {
    await page.goto(`./?motion=off&user=${encodeURIComponent(value)}&company=${encodeURIComponent(value)}${STOP_HASHES[3]}`);
    await expectSettled(page, 3);
    await page.keyboard.type('5.2');
    await page.keyboard.press('Enter');
    await expectSettled(page, 6);
    await expect(page.locator('.xterm-rows'), value).toContainText('Returned for');
    expect(await page.evaluate(() => 'hurt' in window), value).toBe(false);
    expect(await page.locator('.stage img, .stage script').count(), value).toBe(0);
    await expect(page).toHaveTitle('Live Demo — OAuth MCP Wrapper for Tavily');
    expect(trouble, value).toEqual([]);
  }
});
