import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe';
import { LAST_STOP, STOP_COUNT, TITLE } from '../support/demoScript';

/** A blog on an origin of its own: the demo in a frame, much to scroll, and everything the frame says. */
const BLOG = (demo: string, query: string): string => `<!doctype html>
<html lang="en">
  <title>A blog</title>
  <body style="margin: 0 auto; max-width: 720px">
    <p style="height: 300px">Before. <input id="field" aria-label="A field" /></p>
    <iframe id="demo" src="${demo}?motion=off&${query}" title="Demo" allow="fullscreen" style="width: 100%; height: 440px; border: 0"></iframe>
    <p style="height: 3000px">After.</p>
    <script>
      const heard = [];
      addEventListener('message', (event) => {
        if (event.source === document.getElementById('demo').contentWindow) heard.push({ origin: event.origin, ...event.data });
      });
    </script>
  </body>
</html>`;

/** Returns what axe reports inside the frame. */
const violations = (): Promise<string[]> => axeViolations(page.frames()[1]!);

let blog: Server;
let origin = '';
let page: Page;
let frame: FrameLocator;

test.beforeAll(async ({ baseURL }) => {
  blog = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://blog').searchParams.get('frame') ?? '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(BLOG(baseURL!, query));
  });
  await new Promise<void>((resolve) => {
    blog.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(blog.address() as AddressInfo).port}`;
});
test.afterAll(() => blog.close());

/** Opens the blog with the frame's address ending in `query`. */
async function read(opened: Page, query: string): Promise<void> {
  page = opened;
  await page.goto(`${origin}/?frame=${encodeURIComponent(query)}`);
  frame = page.frameLocator('#demo');
  await expect(poster()).toBeVisible();
}

const poster = () => frame.getByRole('button', { name: TITLE });
const root = () => frame.locator('html');
const say = (message: unknown): Promise<void> =>
  page.evaluate((data) => (document.getElementById('demo') as HTMLIFrameElement).contentWindow!.postMessage(data, '*'), message);

type Heard = Readonly<Record<string, unknown>>;
const heard = (): Promise<Heard[]> => page.evaluate('heard');
const last = async (): Promise<Heard | undefined> => (await heard()).at(-1);
const at = (stop: number, state = 'settled'): unknown =>
  expect.objectContaining({ origin: new URL(test.info().project.use.baseURL!).origin, understudy: 1, stop, stops: STOP_COUNT, state });

test('the host drives, and hears of every change', async ({ page: opened }) => {
  await read(opened, `embed=${origin}`);
  await expect.poll(last).toEqual(at(0, 'poster'));
  expect((await heard())[0]).toMatchObject({ type: 'ready', scene: 'agent', step: 0 });
  await say({ understudy: 1, type: 'goTo', scene: 'comparison', step: 3 });
  await expect.poll(last).toEqual(at(8));
  await expect(poster()).toHaveCount(0);
  await expect(frame.locator('.stage')).toContainText('403');
  await say({ understudy: 1, type: 'next' });
  await expect.poll(last).toEqual(at(9));
  await say({ understudy: 1, type: 'prev' });
  await expect.poll(last).toEqual(at(8));
  expect(await last()).toMatchObject({ type: 'state', scene: 'comparison', step: 3, title: '403' });

  // What means nothing changes nothing; asking is answered even without a change.
  const count = (await heard()).length;
  for (const odd of [null, 'next', 5, [], {}, { type: 'next' }, { understudy: 2, type: 'next' }, { understudy: 1, type: 'goTo', stop: {} }])
    await say(odd);
  // Another window of the host's origin is not the host.
  await page.evaluate(() => {
    const sibling = document.body.appendChild(document.createElement('iframe')).contentWindow as Window & typeof globalThis;
    sibling.eval("parent.frames[0].postMessage({ understudy: 1, type: 'next' }, '*')");
  });
  await say({ understudy: 1, type: 'state' });
  await expect.poll(async () => (await heard()).length).toBe(count + 1);
  expect(await last()).toEqual(at(8));
  await say({ understudy: 1, type: 'goTo', stop: 999 });
  await expect.poll(last).toEqual(at(LAST_STOP));
});

for (const [name, query] of [
  ['another origin', 'embed=https://blog.example'],
  ['no origin', 'embed'],
  ['what is none', 'embed=javascript:alert(1)'],
] as const) {
  test(`a page that names ${name} neither tells the host nor obeys it`, async ({ page: opened }) => {
    await read(opened, query);
    await root().evaluate((html) => addEventListener('message', ({ data }) => (html.dataset['heard'] = String(data))));
    await say({ understudy: 1, type: 'goTo', stop: 3 });
    await say({ understudy: 1, type: 'state' });
    await say('the last');
    await expect(root()).toHaveAttribute('data-heard', 'the last');
    await expect(root()).toHaveAttribute('data-embed', 'poster');
    await poster().click();
    await expect(root()).toHaveAttribute('data-embed', 'open');
    await expect(root()).toHaveAttribute('data-stop', '0');
    expect(await heard()).toEqual([]);
  });
}

test('the host keeps its keys, its focus and its scrolling', async ({ page: opened }) => {
  await read(opened, `embed=${origin}`);
  await page.locator('#field').focus();
  await say({ understudy: 1, type: 'start' });
  await say({ understudy: 1, type: 'next' });
  await expect.poll(last).toEqual(at(1));
  await expect(page.locator('#field')).toBeFocused();
  await page.keyboard.type('n p');
  await expect(page.locator('#field')).toHaveValue('n p');

  // A wheel over the terminal is the page's, up and down.
  await page.evaluate(() => scrollTo(0, 250));
  await page.locator('#demo').hover();
  for (const [delta, expected] of [
    [120, 370],
    [-120, 250],
  ] as const) {
    await page.mouse.wheel(0, delta);
    await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(expected);
  }
  await page.locator('#field').evaluate((field) => field.blur());
  await page.keyboard.press('Space');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(250);
  await expect(root()).toHaveAttribute('data-stop', '1');
});

test('the poster starts, then keys and small controls move; nothing else is taken', async ({ page: opened }) => {
  await read(opened, 'embed&theme=light');
  await expect(root()).toHaveAttribute('data-theme', 'light');
  await expect(frame.locator('.stage')).toContainText('Not authenticated');
  // The poster's words stand on ground of their own, not on the stop's words.
  expect(await poster().evaluate((button) => getComputedStyle(button, '::before').backgroundColor)).toMatch(/^rgb\(/u);
  expect(await violations()).toEqual([]);
  await poster().focus();
  await page.keyboard.press('ArrowRight');
  await expect(root()).toHaveAttribute('data-embed', 'poster');
  await page.keyboard.press('Enter');
  await expect(root()).toHaveAttribute('data-embed', 'open');
  await page.keyboard.press('ArrowRight');
  await expect(root()).toHaveAttribute('data-stop', '1');
  for (const key of ['o', 'g', '?', 'b', 's', 'r', 'c', 'd', '5']) await page.keyboard.press(key);
  await expect(frame.getByRole('dialog')).toHaveCount(0);
  await expect(frame.locator('.screen-cover')).toHaveCount(0);
  await frame.getByRole('button', { name: 'Next' }).click();
  await expect(frame.getByText(`3 / ${STOP_COUNT}`)).toBeVisible();
  await frame.getByRole('button', { name: 'Previous' }).click();
  await expect(root()).toHaveAttribute('data-stop', '1');
  await expect(frame.getByRole('button', { name: 'Full screen' })).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);

  expect(await violations()).toEqual([]);

  const [full] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('link', { name: 'full page' }).click()]);
  await expect(full.locator('html')).toHaveAttribute('data-stop', '1');
  expect(await full.evaluate(() => [location.search, document.documentElement.dataset['embed']])).toEqual(['?motion=off', undefined]);
});
