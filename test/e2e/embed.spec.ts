import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe';
import { LAST_STOP, STOP_COUNT, TITLE } from '../support/demoScript';

/** A page on another origin: the demo in a frame, content to scroll, and a log of the frame's messages. */
const BLOG = (demo: string, query: string): string => `<!doctype html>
<html lang="en">
  <title>A blog</title>
  <body style="margin: 0 auto; max-width: 720px">
    <p style="height: 300px">Before. <input id="field" aria-label="A field" /></p>
    <style>
      iframe { width: 100%; height: 440px; border: 0 }
    </style>
    <iframe id="demo" src="${demo}?motion=off&${query}" title="Demo" allow="fullscreen"></iframe>
    <p style="height: 3000px">After.</p>
    <script>
      const messages = [];
      addEventListener('message', (event) => {
        if (event.source === document.getElementById('demo').contentWindow) messages.push({ origin: event.origin, ...event.data });
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

/** Opens the blog with `query` in the frame's address. */
async function openBlog(opened: Page, query: string): Promise<void> {
  page = opened;
  await page.goto(`${origin}/?frame=${encodeURIComponent(query)}`);
  frame = page.frameLocator('#demo');
  await expect(poster()).toBeVisible();
}

const poster = () => frame.getByRole('button', { name: TITLE });
const root = () => frame.locator('html');
const send = (message: unknown): Promise<void> =>
  page.evaluate((data) => (document.getElementById('demo') as HTMLIFrameElement).contentWindow!.postMessage(data, '*'), message);

type HostMessage = Readonly<Record<string, unknown>>;
const messages = (): Promise<HostMessage[]> => page.evaluate('messages');
const last = async (): Promise<HostMessage | undefined> => (await messages()).at(-1);
const at = (stop: number, state = 'settled'): unknown =>
  expect.objectContaining({ origin: new URL(test.info().project.use.baseURL!).origin, understudy: 1, stop, stops: STOP_COUNT, state });

test('the host drives the frame and gets a message for every change', async ({ page: opened }) => {
  await openBlog(opened, `embed=${origin}`);
  await expect.poll(last).toEqual(at(0, 'poster'));
  expect((await messages())[0]).toMatchObject({ type: 'ready', scene: 'agent', step: 0 });
  await send({ understudy: 1, type: 'goTo', scene: 'comparison', step: 3 });
  await expect.poll(last).toEqual(at(8));
  await expect(poster()).toHaveCount(0);
  await expect(frame.locator('.stage')).toContainText('403');
  await send({ understudy: 1, type: 'next' });
  await expect.poll(last).toEqual(at(9));
  await send({ understudy: 1, type: 'prev' });
  await expect.poll(last).toEqual(at(8));
  expect(await last()).toMatchObject({ type: 'state', scene: 'comparison', step: 3, title: '403' });

  // Unknown messages change nothing. A request for the state is answered even without a change.
  const count = (await messages()).length;
  for (const odd of [null, 'next', 5, [], {}, { type: 'next' }, { understudy: 2, type: 'next' }, { understudy: 1, type: 'goTo', stop: {} }])
    await send(odd);
  // Another window of the host's origin is not the host.
  await page.evaluate(() => {
    const sibling = document.body.appendChild(document.createElement('iframe')).contentWindow as Window & typeof globalThis;
    sibling.eval("parent.frames[0].postMessage({ understudy: 1, type: 'next' }, '*')");
  });
  await send({ understudy: 1, type: 'state' });
  await expect.poll(async () => (await messages()).length).toBe(count + 1);
  expect(await last()).toEqual(at(8));
  await send({ understudy: 1, type: 'goTo', stop: 999 });
  await expect.poll(last).toEqual(at(LAST_STOP));
});

test('the host changes what the running page shows, and has it play by itself until the reader takes over', async ({ page: opened }) => {
  await openBlog(opened, `embed=${origin}&controls=off`);
  await send({ understudy: 1, type: 'goTo', stop: 3 });
  await expect.poll(last).toEqual(at(3));
  const bar = frame.locator('.embed-bar');
  await expect(bar).toHaveCount(0);
  await send({ understudy: 1, type: 'set', theme: 'light', controls: true, captions: true });
  await expect(root()).toHaveAttribute('data-theme', 'light');
  await expect(bar).toBeVisible();
  await send({ understudy: 1, type: 'play' });
  await expect.poll(last).toMatchObject({ autoplay: true, story: TITLE });
  await frame.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(last).toMatchObject({ autoplay: false });
  await send({ understudy: 1, type: 'play' });
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible();
  await frame.getByRole('button', { name: 'Next' }).click();
  await expect.poll(last).toMatchObject({ autoplay: false, stop: 4 });
  await send({ understudy: 1, type: 'set', theme: 'dark' });
  await expect(root()).toHaveAttribute('data-theme', 'dark');
});

for (const [name, query] of [
  ['another origin', 'embed=https://blog.example'],
  ['no origin', 'embed'],
  ['what is none', 'embed=javascript:alert(1)'],
] as const) {
  test(`a frame whose address names ${name} sends the host nothing and ignores it`, async ({ page: opened }) => {
    await openBlog(opened, query);
    await root().evaluate((html) => addEventListener('message', ({ data }) => (html.dataset['heard'] = String(data))));
    await send({ understudy: 1, type: 'goTo', stop: 3 });
    await send({ understudy: 1, type: 'state' });
    await send('the last');
    await expect(root()).toHaveAttribute('data-heard', 'the last');
    await expect(root()).toHaveAttribute('data-embed', 'poster');
    await poster().click();
    await expect(root()).toHaveAttribute('data-embed', 'open');
    await expect(root()).toHaveAttribute('data-stop', '0');
    expect(await messages()).toEqual([]);
  });
}

test('the host keeps its keys, focus and scrolling', async ({ page: opened }) => {
  await openBlog(opened, `embed=${origin}`);
  await page.locator('#field').focus();
  await send({ understudy: 1, type: 'start' });
  await send({ understudy: 1, type: 'next' });
  await expect.poll(last).toEqual(at(1));
  await expect(page.locator('#field')).toBeFocused();
  await page.keyboard.type('n p');
  await expect(page.locator('#field')).toHaveValue('n p');

  // The wheel over the terminal scrolls the host, up and down.
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

test('the poster starts the talk, then keys and controls move it; other keys do nothing', async ({ page: opened }) => {
  await openBlog(opened, 'embed&theme=light');
  await expect(root()).toHaveAttribute('data-theme', 'light');
  await expect(frame.locator('.stage')).toContainText('Not authenticated');
  // The poster's text has a background of its own above the stop's text.
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
