import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { startStaticServer, type StaticServer } from '../support/staticServer';
import { expectSettled } from '../support/page';
import { LAST_STOP } from '../support/demoScript';

/** The pages there are: what asks for each, and what shows that it came up. */
const ROLES = {
  stage: { query: '?motion=off', up: '[data-state="settled"] .stage .window >> nth=0' },
  speaker: { query: '?motion=off&speaker=talk', up: '.speaker' },
  embed: { query: '?motion=off&embed', up: '.poster' },
  handout: { query: '?motion=off&handout&wire', up: '.handout__page >> nth=0' },
} as const;

/** What says that something did not arrive. */
const SAID = /could not be loaded|could not start: .*did not load|Not loaded: |A font is missing|No copy here|are not loaded yet/u;
const SCRIPT = /^assets\/.*\.js$/u;
/** Files whose loss takes something from the talk; the others are for home screens and shared links. */
const NEEDED = /^(?:sw\.js|assets\/.*\.(?:js|woff2))$/u;

const messages = (page: Page): Locator => page.locator('[role="alert"], [role="status"], .check, .speaker-notes__text');
const said = async (page: Page): Promise<string> => (await messages(page).allInnerTexts()).join('\n');

/** Opens what can be opened over and beside the stage, or finds its message. Returns all that was said. */
async function openAll(page: Page): Promise<string> {
  const trouble = page.locator('.foot[role="status"], [role="alert"]');
  const panels: readonly (readonly [key: string, panel: Locator])[] = [
    ['?', page.getByRole('dialog')],
    ['x', page.getByRole('complementary')],
    ['c', page.locator('.check')],
  ];
  let all = '';
  for (const [key, panel] of panels) {
    await page.keyboard.press(key);
    await expect(panel.or(trouble).first()).toBeVisible();
    all += await said(page);
    await page.keyboard.press('Escape');
  }
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  all += await said(page);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return all;
}

/** Opens a page of its own in a browser that has seen nothing yet. */
async function open(browser: Browser, url: string, serviceWorkers: 'allow' | 'block'): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers, viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  return page;
}

/** The files that `visit` asks `host` for, each once. The page itself is not one of them: without it there is nothing. */
async function filesOf(host: StaticServer, visit: () => Promise<unknown>): Promise<string[]> {
  const before = host.requestedFiles.length;
  await visit();
  return [...new Set(host.requestedFiles.slice(before))].filter((file) => file !== 'index.html');
}

/** The files are dealt to as many tests, since which files there are is known once a page has been seen. */
const SHARES = 4;

for (let share = 0; share < SHARES; share += 1)
  test(`the stage plays without any one of its files, says what is missing, and takes it when it is there (${share + 1} of ${SHARES})`, async ({
    browser,
  }) => {
    const host = await startStaticServer('dist');
    const files = await filesOf(host, async () => {
      const page = await open(browser, host.url + ROLES.stage.query, 'allow');
      await expectSettled(page, 0);
      await openAll(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().close();
    });
    expect(files.filter((file) => SCRIPT.test(file)).length).toBeGreaterThan(8);
    for (const file of files.sort().filter((_, index) => index % SHARES === share))
      await test.step(file, async () => {
        host.setMissingFile(file);
        const asked = host.notFoundPaths.length;
        const page = await open(browser, host.url + ROLES.stage.query, 'allow');
        await expect(page.locator('html[data-state="settled"], [role="alert"]').first()).toBeVisible();
        await expect(page.locator('.stage .window').first()).toBeVisible();
        let all = await openAll(page);
        // Whether a copy could be stored is known late, and said in the check of the room.
        await page.keyboard.press('c');
        await expect.poll(async () => (all += await said(page)), file).toMatch(NEEDED.test(file) ? SAID : /(?:)/u);
        expect(host.notFoundPaths.length, `${file} was asked for`).toBeGreaterThan(asked);
        await page.keyboard.press('Escape');
        host.setMissingFile();
        // A page that could not start loads again.
        await page.keyboard.press('ArrowRight');
        await expect(page.locator(ROLES.stage.up)).toBeVisible();
        await page.keyboard.press('End');
        await expectSettled(page, LAST_STOP);
        await page.context().close();
      });
    await host.close();
  });

for (const role of ['speaker', 'embed', 'handout'] as const)
  test(`the ${role} page stands in for any one of its scripts, says which is missing, and comes up when it is there`, async ({
    browser,
  }) => {
    const { query, up } = ROLES[role];
    const host = await startStaticServer('dist');
    // The speaker window shows what crosses at a stop when its stage does.
    const stage = await open(browser, `${host.url}?motion=off&session=talk`, 'block');
    await expectSettled(stage, 0);
    await stage.keyboard.press('x');
    await expect(stage.getByRole('complementary')).toBeVisible();
    const visit = async (): Promise<Page> => {
      const page = await stage.context().newPage();
      await page.goto(host.url + query, { waitUntil: 'commit' });
      await expect(page.locator(up).or(page.locator('[role="alert"]')).first()).toBeVisible();
      return page;
    };
    const scripts = (
      await filesOf(host, async () => {
        const page = await visit();
        await page.waitForLoadState('networkidle');
        await page.close();
      })
    ).filter((file) => SCRIPT.test(file));
    expect(scripts.length).toBeGreaterThan(4);
    // The panel beside the stage belongs to the stage alone.
    expect(scripts.filter((file) => file.startsWith('assets/Wire-'))).toEqual([]);
    for (const file of scripts)
      await test.step(file, async () => {
        host.setMissingFile(file);
        const asked = host.notFoundPaths.length;
        const page = await visit();
        await expect.poll(() => said(page), file).toMatch(SAID);
        await expect.poll(() => host.notFoundPaths.length, `${file} was asked for`).toBeGreaterThan(asked);
        host.setMissingFile();
        await page.keyboard.press('ArrowRight');
        await expect(page.locator(up)).toBeVisible();
        await page.close();
      });
    await host.close();
  });

test('a file that is lost in mid-talk leaves the stage, every key and a sentence, and the next request finds it again', async ({
  browser,
}) => {
  const host = await startStaticServer('dist');
  const begin = async (): Promise<Page> => {
    const page = await open(browser, 'about:blank', 'block');
    // A page that never has time loads nothing before it is asked to.
    await page.addInitScript(() => Object.assign(globalThis, { requestIdleCallback: () => 0 }));
    await page.goto(host.url + ROLES.stage.query);
    await expectSettled(page, 0);
    return page;
  };
  const first = await begin();
  const files = await filesOf(host, () => openAll(first));
  expect(files.filter((file) => SCRIPT.test(file)).length).toBeGreaterThan(4);
  for (const file of files.filter((each) => NEEDED.test(each)))
    await test.step(file, async () => {
      const page = await begin();
      host.setMissingFile(file);
      const asked = host.notFoundPaths.length;
      await expect.poll(() => openAll(page)).toMatch(SAID);
      expect(host.notFoundPaths.length, `${file} was asked for`).toBeGreaterThan(asked);
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

test('a panel that never comes says that it is loading, and the next presses close it and go on', async ({ page }) => {
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
