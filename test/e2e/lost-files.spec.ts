import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { startStaticServer, type StaticServer } from '../support/staticServer';
import { expectSettled } from '../support/page';
import { LAST_STOP } from '../support/demoScript';

/** The pages: the query that opens each, and what shows that it has started. */
const PAGES = {
  stage: { query: '?motion=off', started: '[data-state="settled"] .stage .window >> nth=0' },
  speaker: { query: '?motion=off&speaker=talk', started: '.speaker' },
  embed: { query: '?motion=off&embed', started: '.poster' },
  handout: { query: '?motion=off&handout&wire', started: '.handout__page >> nth=0' },
} as const;

/** Messages for a file that did not load. */
const MISSING_MESSAGE =
  /could not be loaded|could not start: .*did not load|Not loaded: |A font is missing|No copy here|are not loaded yet/u;
const SCRIPT = /^assets\/.*\.js$/u;
/** Files that the talk needs; the others are for home screens and shared links. */
const NEEDED = /^(?:sw\.js|assets\/.*\.(?:js|woff2))$/u;

/** Returns all messages in view. */
const messagesIn = async (page: Page): Promise<string> =>
  (await page.locator('[role="alert"], [role="status"], .check, .speaker-notes__text').allInnerTexts()).join('\n');

/** Opens each panel of the stage, and prints. Returns all messages that were shown. */
async function openPanels(page: Page): Promise<string> {
  const trouble = page.locator('.foot[role="status"], [role="alert"]');
  const panels: readonly (readonly [key: string, panel: Locator])[] = [
    ['?', page.getByRole('dialog')],
    ['x', page.getByRole('complementary')],
    ['c', page.locator('.check')],
  ];
  let messages = '';
  for (const [key, panel] of panels) {
    await page.keyboard.press(key);
    await expect(panel.or(trouble).first()).toBeVisible();
    messages += await messagesIn(page);
    await page.keyboard.press('Escape');
  }
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  messages += await messagesIn(page);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return messages;
}

/** Opens a page in a new browser context. */
async function open(browser: Browser, url: string, serviceWorkers: 'allow' | 'block'): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers, viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  return page;
}

/** Returns the files that `visit` requests from `host`, without the page itself. */
async function filesRequestedBy(host: StaticServer, visit: () => Promise<unknown>): Promise<string[]> {
  const before = host.requestedFiles.length;
  await visit();
  return [...new Set(host.requestedFiles.slice(before))].filter((file) => file !== 'index.html');
}

/** Number of tests among which the files are divided. The list of files is known only after a page has loaded. */
const SHARES = 2;

for (let share = 0; share < SHARES; share += 1)
  test(`the stage plays without any one of its files, reports it, and loads it once it is there (${share + 1} of ${SHARES})`, async ({
    browser,
  }) => {
    const host = await startStaticServer('dist');
    const files = await filesRequestedBy(host, async () => {
      const page = await open(browser, host.url + PAGES.stage.query, 'allow');
      await expectSettled(page, 0);
      await openPanels(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().close();
    });
    expect(files.filter((file) => SCRIPT.test(file)).length).toBeGreaterThan(8);
    for (const file of files.sort().filter((_, index) => index % SHARES === share))
      await test.step(file, async () => {
        host.setMissingFile(file);
        const requested = host.notFoundPaths.length;
        const page = await open(browser, host.url + PAGES.stage.query, 'allow');
        await expect(page.locator('html[data-state="settled"], [role="alert"]').first()).toBeVisible();
        await expect(page.locator('.stage .window').first()).toBeVisible();
        if (NEEDED.test(file)) {
          let messages = await openPanels(page);
          // The room check reports late whether a copy could be stored.
          await page.keyboard.press('c');
          await expect.poll(async () => (messages += await messagesIn(page)), file).toMatch(MISSING_MESSAGE);
          await page.keyboard.press('Escape');
        }
        await expect.poll(() => host.notFoundPaths.length, `${file} was requested`).toBeGreaterThan(requested);
        host.setMissingFile();
        // A page that could not start reloads.
        await page.keyboard.press('ArrowRight');
        await expect(page.locator(PAGES.stage.started)).toBeVisible();
        await page.keyboard.press('End');
        await expectSettled(page, LAST_STOP);
        await page.context().close();
      });
    await host.close();
  });

for (const name of ['speaker', 'embed', 'handout'] as const)
  test(`the ${name} page reports any one missing script by name, and starts once it is there`, async ({ browser }) => {
    const { query, started } = PAGES[name];
    const host = await startStaticServer('dist');
    // The speaker window shows the wire when its stage does.
    const stage = await open(browser, `${host.url}?motion=off&session=talk`, 'block');
    await expectSettled(stage, 0);
    await stage.keyboard.press('x');
    await expect(stage.getByRole('complementary')).toBeVisible();
    const visit = async (): Promise<Page> => {
      const page = await stage.context().newPage();
      await page.goto(host.url + query, { waitUntil: 'commit' });
      await expect(page.locator(started).or(page.locator('[role="alert"]')).first()).toBeVisible();
      return page;
    };
    const scripts = (
      await filesRequestedBy(host, async () => {
        const page = await visit();
        await page.waitForLoadState('networkidle');
        await page.close();
      })
    ).filter((file) => SCRIPT.test(file));
    expect(scripts.length).toBeGreaterThan(4);
    // Only the stage loads the panel beside it.
    expect(scripts.filter((file) => file.startsWith('assets/Wire-'))).toEqual([]);
    for (const file of scripts)
      await test.step(file, async () => {
        host.setMissingFile(file);
        const requested = host.notFoundPaths.length;
        const page = await visit();
        await expect.poll(() => messagesIn(page), file).toMatch(MISSING_MESSAGE);
        await expect.poll(() => host.notFoundPaths.length, `${file} was requested`).toBeGreaterThan(requested);
        host.setMissingFile();
        await page.keyboard.press('ArrowRight');
        await expect(page.locator(started)).toBeVisible();
        await page.close();
      });
    await host.close();
  });

test('a file that is lost during the talk leaves the stage and every key working, is reported, and loads with the next request', async ({
  browser,
}) => {
  const host = await startStaticServer('dist');
  const begin = async (): Promise<Page> => {
    const page = await open(browser, 'about:blank', 'block');
    // A page that is never idle loads nothing in advance.
    await page.addInitScript(() => Object.assign(globalThis, { requestIdleCallback: () => 0 }));
    await page.goto(host.url + PAGES.stage.query);
    await expectSettled(page, 0);
    return page;
  };
  const first = await begin();
  const files = await filesRequestedBy(host, () => openPanels(first));
  expect(files.filter((file) => SCRIPT.test(file)).length).toBeGreaterThan(4);
  for (const file of files.filter((each) => NEEDED.test(each)))
    await test.step(file, async () => {
      const page = await begin();
      host.setMissingFile(file);
      const requested = host.notFoundPaths.length;
      await expect.poll(() => openPanels(page)).toMatch(MISSING_MESSAGE);
      await expect.poll(() => host.notFoundPaths.length, `${file} was requested`).toBeGreaterThan(requested);
      await page.keyboard.press('ArrowRight');
      await expectSettled(page, 1);
      await expect(page.locator('.foot')).not.toContainText('could not be loaded');
      host.setMissingFile();
      await page.keyboard.press('x');
      await expect(page.getByRole('complementary')).toBeVisible();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.context().close();
    });
  await host.close();
});

test('a panel that does not load is reported as loading; the next press closes it, the one after goes on', async ({ page }) => {
  await page.route(/\/Overlays-/u, () => new Promise(() => {}));
  await page.goto('./?motion=off');
  await expectSettled(page, 0);
  await page.keyboard.press('?');
  await expect(page.locator('.foot')).toHaveText('This panel is still loading. The next press closes it.');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.foot')).not.toHaveText(/loading/u);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 1);
});
