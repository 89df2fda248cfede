import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { fileUrl } from '../../src/core/precache';
import { createPrecacheManifest } from '../../src/vite/precacheManifest';
import { bundleServiceWorker } from '../../src/vite/bundleScripts';
import { siteContentSecurityPolicy } from '../../src/vite/contentSecurityPolicy';
import { startStaticServer } from '../support/staticServer';
import { expectSettled, expectStop } from '../support/page';
import { STOP_HASHES, LAST_STOP, TITLE } from '../support/demoScript';

test.use({ serviceWorkers: 'allow' });

/** Title of the story used as the newer version. */
const NEWER = 'Hello, Understudy';

/** Opens the page and waits until the service worker has stored its copy. */
async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  return page;
}

/** Presses the browser's key for a reload that bypasses the service worker, and waits until the page has loaded from its copy. */
async function hardReload(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { before: true }));
  await page.keyboard.press('Control+Shift+R');
  await page.waitForFunction(() => !('before' in globalThis) && document.documentElement.dataset['state'] === 'settled');
}

test('after one visit everything plays offline', async ({ context }) => {
  // With the header that docs/hosting.md names, which applies to the service worker as well.
  const host = await startStaticServer('dist', {
    headers: { 'content-security-policy': siteContentSecurityPolicy(await readFile('dist/index.html', 'utf8')) },
  });
  const page = await visit(context, `${host.url}?motion=off`);
  expect(host.notFoundPaths).toEqual([]);
  await host.close();

  await page.reload();
  await expectSettled(page, 0);
  for (const stop of [3, LAST_STOP]) {
    await page.goto('about:blank');
    await page.goto(`${host.url}index.html?motion=off&user=ann%40example.org${STOP_HASHES[stop]}`);
    await expectSettled(page, stop);
  }
  await page.reload();
  await expectSettled(page, LAST_STOP);
  await expect(page.locator('.board')).toBeVisible();
  expect(await page.evaluate(() => document.fonts.check('700 16px "Understudy Mono"'))).toBe(true);

  await page.keyboard.press('c');
  await expect(page.getByText('A copy is stored here')).toBeVisible();
  await expect(page.getByText('All fonts are here')).toBeVisible();
  await page.keyboard.press('Escape');

  await hardReload(page);
  await expectSettled(page, LAST_STOP);

  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await hardReload(speaker);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await speaker.keyboard.press('ArrowLeft');
  await expectStop(page, LAST_STOP - 1);
});

test('lazily loaded files are fetched once, by the service worker, and loaded from its copy', async ({ context }) => {
  const host = await startStaticServer('dist');
  const page = await context.newPage();
  await page.goto(`${host.url}?motion=off`);
  const later = (): Promise<{ name: string; answered: boolean }[]> =>
    page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .map(({ name, workerStart }) => ({
          name: /\/assets\/([\w-]+)-[\w-]{8}\.(?:js|woff2)$/u.exec(name)?.[1] ?? '',
          answered: workerStart > 0,
        }))
        .filter(({ name }) => /^(?:Wire|mountHandout|.*-more)$/u.test(name)),
    );
  // A script is fetched, then imported: both come from the copy.
  const names = async (): Promise<string[]> => [...new Set((await later()).map(({ name }) => name))].toSorted();
  await expect.poll(names).toEqual(['Wire', 'emoji-more', 'mono-400-more', 'mono-700-more', 'mountHandout', 'sans-more']);
  expect((await later()).filter(({ answered }) => !answered)).toEqual([]);
  await host.close();
});

test('a newer version is activated on request or with the next visit, and never during a talk', async ({ context }) => {
  // Builds a page.
  test.slow();
  const newer = await mkdtemp(path.join(tmpdir(), 'understudy-newer-'));
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', newer, '--emptyOutDir'], {
    env: { ...process.env, SCENES: 'examples/hello' },
  });
  const host = await startStaticServer('dist');
  const talk = await visit(context, `${host.url}?motion=off${STOP_HASHES[3]}`);
  await talk.evaluate(() => Object.assign(globalThis, { untouched: true }));
  host.switchFolder(newer);

  // A page opened now shows the talk's version and offers the newer one.
  const other = await visit(context, `${host.url}?motion=off`);
  await expect(other).toHaveTitle(TITLE);
  const offer = other.getByRole('button', { name: 'New version' });
  await expect(offer).toHaveText('New version: load it');
  await expect(talk.getByRole('button', { name: 'New version' })).toHaveCount(0);

  // The new version waits for the talk, which finds all files of its own version, although the host no longer has them.
  await offer.press('Enter');
  await expect(offer).toContainText('close this page’s other tabs first');
  await talk.keyboard.press('?');
  await expect(talk.getByRole('dialog')).toBeVisible();
  await talk.keyboard.press('Escape');
  const [speaker] = await Promise.all([talk.waitForEvent('popup'), talk.keyboard.press('s')]);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await expect(speaker).toHaveTitle(`Speaker — ${TITLE}`);
  expect(await talk.evaluate(() => 'untouched' in globalThis)).toBe(true);

  // With one window left, the request activates it.
  await Promise.all([talk.close(), speaker.close()]);
  await offer.press('Enter');
  await expect(other).toHaveTitle(NEWER);
  await expect(offer).toHaveCount(0);

  // The next version: no longer offered once the talk has begun, and activated when every window is closed.
  host.switchFolder('dist');
  await other.reload();
  await expect(other).toHaveTitle(NEWER);
  await expect(offer).toBeVisible();
  await other.keyboard.press('ArrowRight');
  await expectStop(other, 1);
  await other.keyboard.press('Home');
  await expectStop(other, 0);
  await expect(offer).toHaveCount(0);
  await other.goto(new URL('/elsewhere', host.url).href);
  await expect
    .poll(() => other.evaluate(async (scope) => (await navigator.serviceWorker.getRegistration(scope))?.waiting === null, host.url))
    .toBe(true);
  await host.close();
  await other.goto(host.url);
  await expect(other).toHaveTitle(TITLE);
  // The cache of the replaced version was deleted with the next visit.
  expect(await other.evaluate(() => caches.keys())).toHaveLength(1);
  await rm(newer, { recursive: true, force: true });
});

test('an author’s extra files are stored under any name, and none of them decides whether the page is stored', async ({ context }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-extras-'));
  await cp('dist', folder, { recursive: true });
  const built = new Set((await readdir('dist', { recursive: true })).map((name) => name.replaceAll(path.sep, '/')));
  const [composed, decomposed] = ['caf\u00e9.txt', 'cafe\u0301 2.txt'];
  const stored = [
    'slides #1.txt',
    'why?.txt',
    '100%.txt',
    'a%20b.txt',
    'two words.txt',
    '講稿/第一.txt',
    composed,
    decomposed,
    'extra/index.html',
    '404.html',
  ];
  const notServed = ['_headers', '_redirects', 'web.config', 'staticwebapp.config.json'];
  for (const name of [...stored, ...notServed, 'zz-never.txt']) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), `This is ${name}`);
  }
  await writeFile(path.join(folder, 'sw.js'), await bundleServiceWorker(await createPrecacheManifest(folder, built)));

  const host = await startStaticServer(folder, {
    missingFiles: /^_|\.config$/u,
    rewrittenToIndex: /\.config\.json$/u,
    neverAnswered: /^zz-never/u,
  });
  const page = await visit(context, `${host.url}?motion=off`);
  await page.keyboard.press('c');
  await expect(page.getByText('A copy is stored here')).toBeVisible();
  expect(host.notFoundPaths.map((each) => path.basename(each))).toEqual(['_headers', '_redirects', 'web.config']);
  await host.close();

  const texts = (addresses: readonly string[]): Promise<string[]> =>
    page.evaluate(
      (all) =>
        Promise.all(
          all.map(async (address) =>
            fetch(address)
              .then((answer) => answer.text())
              .catch(() => 'missing'),
          ),
        ),
      addresses,
    );
  expect(await texts(stored.map((name) => fileUrl(name, host.url)))).toEqual(stored.map((name) => `This is ${name}`));
  expect(await texts(notServed.map((name) => fileUrl(name, host.url)))).toEqual(notServed.map(() => 'missing'));
  // The other normalization of an accent, a folder, and an unencoded address.
  const typed = [decomposed.normalize('NFC'), composed.normalize('NFD'), 'extra/', 'two words.txt', '講稿/第一.txt'];
  expect(await texts(typed.map((address) => host.url + address))).toEqual(
    [decomposed, composed, 'extra/index.html', 'two words.txt', '講稿/第一.txt'].map((name) => `This is ${name}`),
  );
  await page.goto(fileUrl('slides #1.txt', host.url));
  await expect(page.locator('body')).toHaveText('This is slides #1.txt');
  await page.goto(host.url);
  await expect(page).toHaveTitle(TITLE);
  await rm(folder, { recursive: true, force: true });
});

test('a host that has lost a file leaves no partial copy, and the check of the room reports it', async ({ context }) => {
  const host = await startStaticServer('dist', { missingFiles: /mono-braille/u });
  const page = await context.newPage();
  await page.goto(`${host.url}?motion=off`);
  await expectSettled(page, 0);
  await page.keyboard.press('c');
  await expect(page.getByText('No copy here: not every file of the page could be stored')).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await host.close();
});
