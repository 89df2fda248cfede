import { expect, test, type Page } from '@playwright/test';
import { startStaticServer } from '../support/staticServer';
import { expectSettled, expectStop } from '../support/page';
import { STOP_HASHES, LAST_STOP } from '../support/demoScript';

const ENTRY = /\/assets\/index-[^/]*\.js/u;
const PATHS = ['./', `./${STOP_HASHES[7]}`, './?speaker=talk', './?embed', './?handout'];

/** Expects the served first stop in full view. Returns the alert below it. */
async function alertBelowStage(page: Page): Promise<string> {
  const alert = page.getByRole('alert');
  await expect(alert).toBeVisible();
  await expect(page.locator('.stage')).toContainText('ai-coding-agent');
  const [stage, line, view] = [await page.locator('.stage .window').boundingBox(), await alert.boundingBox(), page.viewportSize()];
  expect(stage!.height).toBeGreaterThan(view!.height / 2);
  expect(stage!.y + stage!.height).toBeLessThanOrEqual(line!.y);
  expect(line!.y + line!.height).toBeLessThanOrEqual(view!.height);
  return alert.innerText();
}

for (const [name, answer] of [
  ['404', { status: 404, body: 'Not found' }],
  ['a page', { status: 200, contentType: 'text/html', body: '<!doctype html><p>Welcome' }],
] as const)
  test(`an entry script answered with ${name} leaves the first stop, is reported, and starts with a key press once it is there`, async ({
    page,
  }) => {
    for (const path of PATHS) {
      await page.goto('about:blank');
      await page.route(ENTRY, (route) => route.fulfill(answer));
      await page.goto(path);
      expect(await alertBelowStage(page), path).toMatch(
        /could not start: \/assets\/index-\S+\.js did not load\. Press any key to try again/u,
      );
      await page.unroute(ENTRY);
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('alert').filter({ hasText: 'could not start' })).toHaveCount(0);
      await expect(page.locator('html:not([data-boot]) :is(.speaker, .poster, .handout, .xterm-rows)').first()).toBeVisible();
    }
  });

test('scripts that do not arrive are reported after 10 seconds and start the page when they arrive', async ({ page }) => {
  for (const path of PATHS) {
    await page.goto('about:blank');
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(ENTRY, async (route) => {
      await held;
      await route.continue();
    });
    await page.clock.install();
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.locator('.status')).toBeAttached();
    await page.clock.fastForward(11_000);
    expect(await alertBelowStage(page), path).toMatch(/still waits for its scripts after 10 seconds/u);
    await page.clock.resume();
    answer();
    await expect(page.locator('html:not([data-boot]) :is(.speaker, .poster, .handout, .xterm-rows)').first()).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'waits for its scripts' })).toHaveCount(0);
    await page.unrouteAll();
  }
});

test('a page whose host is gone keeps its first stop when a key is pressed', async ({ page }) => {
  const host = await startStaticServer('dist', { missingFiles: /player-/u });
  await page.goto(host.url);
  await alertBelowStage(page);
  await host.close();
  const gone = page.waitForEvent('requestfailed', (request) => request.url() === host.url);
  await page.keyboard.press('ArrowRight');
  await gone;
  expect(await alertBelowStage(page)).toMatch(/could not start: \S+player-\S+ did not load/u);
});

/** Serves the page at `/sub/path` as well, like a host that does not redirect to the trailing slash. */
async function withoutRedirect(
  page: Page,
  redirectsBack: boolean,
): Promise<{ readonly url: string; readonly visits: string[]; close(): Promise<void> }> {
  const host = await startStaticServer('dist');
  const visits: string[] = [];
  const bare = host.url.slice(0, -1);
  await page.route(
    (url) => url.origin + url.pathname === bare,
    async (route) => {
      visits.push(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: host.url }) });
    },
  );
  const back = { status: 301, headers: { location: bare } };
  if (redirectsBack)
    await page.route(
      (url) => url.origin + url.pathname === host.url,
      (route) => route.fulfill(back),
    );
  return { url: bare, visits, close: () => host.close() };
}

test('an address without its trailing slash is corrected, with its query and stop', async ({ page }) => {
  const { url, close } = await withoutRedirect(page, false);
  await page.goto(`${url}?motion=off${STOP_HASHES[7]}`);
  await expectSettled(page, 7);
  expect(page.url()).toBe(`${url}/?motion=off${STOP_HASHES[7]}`);
  expect(await page.evaluate(() => document.fonts.check('400 16px "Understudy Mono"'))).toBe(true);
  await close();
});

test('where the host redirects back, there is no loop, and the first stop reports the problem', async ({ page }) => {
  const { url, visits, close } = await withoutRedirect(page, true);
  await page.goto(`${url}?motion=off${STOP_HASHES[7]}`);
  expect(await alertBelowStage(page)).toMatch(/could not start: \/sub\/assets\/\S+ and \d more did not load/u);
  expect(visits.length).toBeLessThan(4);
  expect(page.url()).toBe(`${url}?motion=off${STOP_HASHES[7]}`);
  await close();
});

test('a sandboxed frame plays without an offline copy, and the check of the room reports it', async ({ page }) => {
  const host = await startStaticServer('dist', { headers: { 'access-control-allow-origin': '*' } });
  // A page without a content security policy.
  await page.goto(`${host.url}none`);
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.style.cssText = 'width: 1000px; height: 600px';
    frame.src = src;
    document.body.replaceChildren(frame);
  }, `${host.url}?motion=off`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.xterm-rows')).toContainText('MCP Servers');
  await frame.locator('.stage').click();
  await expect(frame.locator('html')).toHaveAttribute('data-stop', '1');
  await page.keyboard.press('s');
  await expect(frame.locator('.foot')).toHaveText(/opened no speaker window/u);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('c');
  await expect(frame.locator('.check', { hasText: 'Offline' })).toContainText('needs its server');
  await host.close();
});

test('a sandboxed page names the header its host has to send, and other pages do not', async ({ page }) => {
  for (const [policy, message] of [
    ['sandbox allow-scripts', /Access-Control-Allow-Origin: \*.*sandbox/u],
    ['sandbox allow-scripts allow-same-origin', /sends every file\./u],
  ] as const) {
    const host = await startStaticServer('dist', { headers: { 'content-security-policy': policy }, missingFiles: /^assets\/player-/u });
    await page.goto(`${host.url}?motion=off`);
    await expect(page.getByRole('alert')).toHaveText(message);
    await host.close();
  }
});

test('a sandboxed page plays without an offline copy, and the check of the room reports it', async ({ page }) => {
  const host = await startStaticServer('dist', {
    headers: { 'access-control-allow-origin': '*', 'content-security-policy': 'sandbox allow-scripts' },
  });
  await page.goto(`${host.url}?motion=off`);
  await expectSettled(page, 0);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 1);
  await page.keyboard.press('c');
  await expect(page.locator('.check', { hasText: 'Offline' })).toContainText('allows this page none');
  await host.close();
});

/** Browser APIs that throw where they are blocked: in a sandbox, by a setting, in a private window. */
const BLOCKABLE = [
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'BroadcastChannel',
  'trustedTypes',
  'open',
  'crypto',
  'DecompressionStream',
  'opener',
  'navigator.serviceWorker',
  'navigator.wakeLock',
  'navigator.clipboard',
  'navigator.keyboard',
  'document.cookie',
] as const;

test('the talk plays from the first stop to the last with any one API blocked', async ({ page }) => {
  test.slow();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    const path = new URLSearchParams(location.search).get('blocked')?.split('.') ?? [];
    const name = path.pop();
    const holder = path.length === 0 ? globalThis : path[0] === 'navigator' ? Navigator.prototype : Document.prototype;
    const throwBlocked = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    if (name) Object.defineProperty(holder, name, { get: throwBlocked });
  });
  for (const name of BLOCKABLE) {
    await page.goto(`./?motion=off&blocked=${name}`);
    await expectSettled(page, 0);
    for (const key of ['s', 'x', 'Escape', 'c', 'Escape', 'f', 'f', 'r', 'Escape', 'd', 'd']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowRight');
    await expectStop(page, 1);
    await page.keyboard.press('End');
    await expectSettled(page, LAST_STOP);
    for (const other of page.context().pages()) if (other !== page) await other.close();
    expect(errors, name).toEqual([]);
  }
});
