import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { expectInOrder, expectSettled, createTimedKeyboard, openStop } from '../support/page';
import { STOP_HASHES, LAST_STOP, STOP_COUNT, TITLE, STOP_TEXTS } from '../support/demoScript';

test.use({ serviceWorkers: 'allow' });

const ENTRY = /\/(?:index|main)-[^/]*\.js$/u;

/** Collects errors, warnings, failed requests and requests to other origins. */
function collectTrouble(page: Page, origin: string): string[] {
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) trouble.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
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

/** Aborts every request for these files from now on. Returns how many there were. */
async function block(page: Page, files: RegExp): Promise<() => number> {
  let blocked = 0;
  await page.route(files, (route) => {
    blocked += 1;
    return route.abort();
  });
  return () => blocked;
}

for (const motion of [true, false]) {
  test(`no error, no warning, no failed request, no other origin, motion ${motion ? 'on' : 'off'}`, async ({ page, baseURL }) => {
    const trouble = collectTrouble(page, baseURL!);
    await openStop(page, 0, { motion });
    const keys = await createTimedKeyboard(page);
    for (let stop = 1; stop < STOP_COUNT; stop += 1) {
      await keys.press();
      // With motion each stop starts to play, is stepped over in a burst and stepped back to.
      if (motion && stop < LAST_STOP) await keys.press('ArrowRight', { after: 100 });
      if (motion && stop < LAST_STOP) await keys.press('ArrowLeft', { after: 100 });
      await expectSettled(page, stop);
    }
    await page.reload();
    await expectSettled(page, LAST_STOP);
    expect(trouble).toEqual([]);
  });
}

test('the one-file page plays from a folder, without a request', async ({ page }) => {
  const file = pathToFileURL(path.resolve('dist/standalone.html')).href;
  const trouble = collectTrouble(page, file);
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/u.test(request.url())) requests.push(request.url().split(/[?#]/u)[0]!);
  });
  await page.goto(`${file}?motion=off`);
  await expectSettled(page, 0);
  await expect(page).toHaveTitle(TITLE);
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
    expect(new URL(page.url()).hash).toBe(STOP_HASHES[stop]);
  }
  await page.keyboard.press('Home');
  await expect(page.locator('.xterm-rows')).toContainText('ai-coding-agent v1.0.40');
  expect(requests).toEqual([file]);
  await page.goto('about:blank');
  await page.goto(`${file}?motion=off&company=Acme${STOP_HASHES[3]}`);
  await expectSettled(page, 3);
  await expect(page.locator('.window--browser')).toContainText('Acme');
  await page.reload();
  await expectSettled(page, 3);
  await page.keyboard.press('c');
  await expect(page.getByText('The page is a file on this computer')).toBeVisible();
  expect(trouble).toEqual([]);
});

test('nothing the page opens violates its own content security policy', async ({ page, baseURL }) => {
  const trouble = collectTrouble(page, baseURL!);
  await openStop(page, 7);
  for (const key of ['o', 'g', 'r', 'c', '?']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  for (const key of ['d', '+', '0', 'd', 'b', 'b', 'z', 'z']) await page.keyboard.press(key);
  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  const more = collectTrouble(speaker, baseURL!);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await speaker.reload();
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await speaker.keyboard.press('?');
  await speaker.keyboard.press('ArrowRight');
  await expectSettled(page, 8);
  // The policy is in force: a script it forbids does not run.
  const refused = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.text = 'window.hurt = 1';
      document.head.append(script);
    } catch {
      return 'hurt' in globalThis ? 'ran' : 'refused';
    }
    return 'ran';
  });
  expect(refused).toBe('refused');
  expect(more).toEqual([]);
  expect(trouble.filter((each) => !each.includes('TrustedScript'))).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const storageKeys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  expect(
    storageKeys.filter((name) => !/^understudy:\/[a-z0-9-]+:(?:settings|speaker|rehearsal|session|startedAt|black|claim)$/u.test(name)),
  ).toEqual([]);
});

test('the talk plays with blocked storage', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  const trouble = collectTrouble(page, baseURL!);
  await openStop(page, 0);
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
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
    await expect(page.locator('.stage')).toContainText('what is the model context protocol"', { useInnerText: true });
    expectInOrder(await page.locator('.stage').innerText(), STOP_TEXTS[0]!);
    const body = await page.locator('body').innerText();
    for (const texts of STOP_TEXTS) expectInOrder(body, texts);
  });
});

test.describe('files that fail to load', () => {
  // A precached copy would have them.
  test.use({ serviceWorkers: 'block' });

  test('the stored theme and text size apply before the page’s own code runs', async ({ page }) => {
    await openStop(page, 0);
    for (const key of ['d', '+']) await page.keyboard.press(key);
    await page.goto('./');
    await expect(page.locator('.stage-root')).toHaveAttribute('style', /--text-scale: ?1\.1/u);
    const blocked = await block(page, ENTRY);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect.poll(blocked).toBeGreaterThan(0);
    await expect(page.locator('html')).not.toHaveAttribute('data-state', 'settled');
  });

  test('two talks with one story id in two folders have settings of their own, and both take over those of an earlier version', async ({
    page,
  }) => {
    const folders = ['./', './talks/2026/demo/'] as const;
    const theme = page.locator('html');
    await openStop(page, 0);
    await page.evaluate(() => localStorage.setItem('understudy:oauth-mcp-wrapper:settings', '{"theme":"light","textStep":1}'));
    for (const folder of folders) {
      await page.goto('about:blank');
      await openStop(page, 1, { path: folder });
      await expect(theme).toHaveAttribute('data-theme', 'light');
      await expect(page.locator('.stage-root')).toHaveAttribute('style', /--text-scale: ?1\.1/u);
    }
    await page.keyboard.press('d');
    await expect(theme).toHaveAttribute('data-theme', 'dark');
    // Without the entry only the boot script runs. It reads the settings from the same storage as the player.
    const blocked = await block(page, ENTRY);
    await page.goto(folders[0]);
    await expect(theme).toHaveAttribute('data-theme', 'light');
    await page.goto(folders[1]);
    await expect(theme).not.toHaveAttribute('data-theme', 'light');
    await expect.poll(blocked).toBeGreaterThan(1);
  });

  test('a terminal that fails to load leaves its text', async ({ page }) => {
    const blocked = await block(page, /\/terminal-[^/]*\.js$/u);
    for (const stop of [0, 1, 5, 6, 7, 8, 9]) {
      await page.goto('about:blank');
      await openStop(page, stop);
      await expect(page.locator('.xterm-rows')).toHaveCount(0);
      expectInOrder(await page.locator('.stage').innerText(), STOP_TEXTS[stop]!);
    }
    expect(blocked()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, 10);
  });

  test('fonts that fail to load leave every stop readable', async ({ page }) => {
    const blocked = await block(page, /\.woff2$/u);
    await openStop(page, 0);
    await expect(page.locator('.xterm-rows')).toContainText('MCP Servers:');
    expect(blocked()).toBeGreaterThan(0);
    await page.keyboard.press('End');
    await expectSettled(page, LAST_STOP);
    expectInOrder(await page.locator('.board').innerText(), STOP_TEXTS[LAST_STOP]!.slice(-3));
  });
});
