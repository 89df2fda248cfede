import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { expectInOrder, expectSettled, keysOf, openAt } from '../support/page';
import { HASHES, LAST, STOPS, TITLE, WORDS } from '../support/script';

/** Notes everything that should not happen while a page runs. */
function watch(page: Page, origin: string): string[] {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) trouble.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The tab's sign may still be on its way when the page is reloaded.
    if (request.url().endsWith('favicon.svg') && request.failure()?.errorText === 'net::ERR_ABORTED') return;
    trouble.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/u.test(request.url()) && !request.url().startsWith(origin)) trouble.push(`left the origin: ${request.url()}`);
  });
  return trouble;
}

for (const motion of [true, false]) {
  test(`no error, no warning, nothing missing, nothing from elsewhere, motion ${motion ? 'on' : 'off'}`, async ({ page, baseURL }) => {
    const trouble = watch(page, baseURL!);
    await openAt(page, 0, { motion });
    const keys = await keysOf(page);
    for (let stop = 1; stop < STOPS; stop += 1) {
      await keys.press();
      // With motion each stop starts to play, is stepped over in a burst, and come back to.
      if (motion && stop < LAST) await keys.press('ArrowRight', { after: 100 });
      if (motion && stop < LAST) await keys.press('ArrowLeft', { after: 100 });
      await expectSettled(page, stop);
    }
    await page.reload();
    await expectSettled(page, LAST);
    expect(trouble).toEqual([]);
  });
}

test('the one-file page plays from a folder, without a request', async ({ page }) => {
  const file = pathToFileURL(path.resolve('dist/standalone.html')).href;
  const trouble = watch(page, file);
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/u.test(request.url())) requests.push(request.url().split(/[?#]/u)[0]!);
  });
  await page.goto(`${file}?motion=off`);
  await expectSettled(page, 0);
  await expect(page).toHaveTitle(TITLE);
  for (let stop = 1; stop < STOPS; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    expect(new URL(page.url()).hash).toBe(HASHES[stop]);
  }
  await page.keyboard.press('Home');
  await expect(page.locator('.xterm-rows')).toContainText('ai-coding-agent v1.0.40');
  expect(requests).toEqual([file]);
  expect(trouble).toEqual([]);
});

test('storage that is blocked breaks nothing', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  const trouble = watch(page, baseURL!);
  await openAt(page, 0);
  for (let stop = 1; stop < STOPS; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
  }
  expect(trouble).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first stop shows, and the whole story can be read', async ({ page }) => {
    await page.goto('./');
    await expect(page).toHaveTitle(TITLE);
    // It types by itself, in CSS.
    await expect(page.locator('.stage')).toContainText('what is the model context protocol', { useInnerText: true, timeout: 20_000 });
    expectInOrder(await page.locator('.stage').innerText(), WORDS[0]!);
    const body = await page.locator('body').innerText();
    for (const words of WORDS) expectInOrder(body, words);
  });
});

test('a terminal that fails to load leaves its words', async ({ page }) => {
  let blocked = 0;
  await page.route(/\/terminal-[^/]*\.js$/u, (route) => {
    blocked += 1;
    return route.abort();
  });
  for (const stop of [0, 1, 5, 6, 7, 8, 9]) {
    await page.goto('about:blank');
    await openAt(page, stop);
    await expect(page.locator('.xterm-rows')).toHaveCount(0);
    expectInOrder(await page.locator('.stage').innerText(), WORDS[stop]!);
  }
  expect(blocked).toBeGreaterThan(0);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 10);
});

test('fonts that fail to load leave every stop readable', async ({ page }) => {
  await page.route(/\.woff2$/u, (route) => route.abort());
  await openAt(page, 0);
  await expect(page.locator('.xterm-rows')).toContainText('MCP Servers:');
  await page.keyboard.press('End');
  await expectSettled(page, LAST);
  expectInOrder(await page.locator('.board').innerText(), WORDS[LAST]!.slice(-3));
});
