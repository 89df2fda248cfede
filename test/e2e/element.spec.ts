import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import type { UnderstudyDemo } from '../../src/package/element';
import { LAST_STOP, STOP_COUNT, TITLE } from '../support/demoScript';
import { startStaticServer, type StaticServer } from '../support/staticServer';

/** A page on another origin with two elements, one below the fold. Their script comes late: they are defined after the layout. */
const BLOG = (demo: string): string => `<!doctype html>
<html lang="en">
  <title>A blog</title>
  <style>
    :root { color-scheme: light dark }
    body { display: grid; max-width: 720px; margin: 0 auto }
    understudy-demo { display: block; width: 100% }
    understudy-demo::before { content: ''; display: block; padding-top: max(440px, 56.25%) }
  </style>
  <p>Before. <input id="field" aria-label="A field" /></p>
  <understudy-demo id="first" src="${demo}?motion=off" theme="auto"></understudy-demo>
  <p>Between.</p>
  <p style="height: 3000px">A long text.</p>
  <understudy-demo id="second" src="${demo}?motion=off" stop="comparison/3" theme="auto"></understudy-demo>
  <p style="height: 900px">After.</p>
  <script>
    const events = [];
    for (const demo of document.querySelectorAll('understudy-demo'))
      for (const name of ['ready', 'start', 'stopchange', 'settled', 'failed'])
        demo.addEventListener(name, ({ detail }) => events.push([demo.id, name, detail.stop ?? detail.message].join(' ')));
    const shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => document.head.append(Object.assign(document.createElement('script'), { src: '${demo}element.js' })), 50);
  </script>
</html>`;

let demo: StaticServer;
let blog: Server;
let origin = '';
/** Errors and warnings in the consoles of the page and its frames. */
let logged: string[] = [];

test.beforeAll(async () => {
  // As hosting.md says: what has a hash in its name is kept.
  demo = await startStaticServer('dist', { headers: { 'cache-control': 'public, max-age=31536000, immutable' } });
  blog = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(BLOG(demo.url)));
  await new Promise<void>((resolve) => {
    blog.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(blog.address() as AddressInfo).port}/`;
});
test.afterAll(async () => {
  blog.close();
  await demo.close();
});

async function openBlog(page: Page): Promise<void> {
  logged = [];
  page.on('console', (message) => /error|warning/u.test(message.type()) && logged.push(message.text()));
  page.on('pageerror', (error) => logged.push(error.message));
  await page.goto(origin);
  await expect.poll(() => stateOf(page, 'first')).toBe('poster');
}

const stateOf = (page: Page, id: string) => page.locator(`#${id}`).evaluate((element: UnderstudyDemo) => element.state);
const current = (page: Page, id: string) => page.locator(`#${id}`).evaluate((element: UnderstudyDemo) => element.current?.stop);
const events = (page: Page): Promise<string[]> => page.evaluate('events.splice(0)');
const frameOf = (page: Page, id: string) => page.locator(`#${id} iframe`).contentFrame();

test('two elements of one story: the second loads near the window, no file twice, and nothing on the page moves', async ({ page }) => {
  const earlier = demo.requestedFiles.length;
  await openBlog(page);
  expect(await stateOf(page, 'second')).toBe('idle');
  expect(page.frames()).toHaveLength(2);
  await page.locator('#second').scrollIntoViewIfNeeded();
  await expect.poll(() => stateOf(page, 'second')).toBe('poster');
  expect(await current(page, 'second')).toBe(8);
  await frameOf(page, 'second').getByRole('button', { name: TITLE }).click();
  await expect.poll(() => stateOf(page, 'second')).toBe('settled');
  expect(await current(page, 'first')).toBe(0);
  // The page itself too has the same address up to the hash.
  const requested = demo.requestedFiles.slice(earlier);
  expect(requested.length).toBeGreaterThan(8);
  expect(requested.filter((file, index) => requested.indexOf(file) < index)).toEqual([]);
  expect(await page.evaluate('shifts.map(({ value }) => value)')).toEqual([]);
  // On a phone it is higher than 16:9, and no wider than its column.
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.locator('#second').evaluate((element: UnderstudyDemo) => element.offsetHeight)).toBe(440);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(logged).toEqual([]);
});

test('the page has its keys until the reader enters the frame; methods, events and the theme reach it', async ({ page }) => {
  await openBlog(page);
  expect(await events(page)).toEqual(['first ready 0']);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.locator('#field').focus();
  await page.locator('#first').evaluate((element: UnderstudyDemo) => element.start());
  await expect.poll(() => stateOf(page, 'first')).toBe('settled');
  await page.keyboard.type('n ');
  await expect(page.locator('#field')).toHaveValue('n ');
  expect(await current(page, 'first')).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => current(page, 'first')).toBe(1);
  await page.locator('#first').evaluate((element: UnderstudyDemo) => element.goTo(999));
  await expect.poll(() => current(page, 'first')).toBe(LAST_STOP);
  await expect.poll(() => stateOf(page, 'first')).toBe('settled');
  expect(await page.locator('#first').evaluate((element: UnderstudyDemo) => element.stops)).toBe(STOP_COUNT);
  const heard = await events(page);
  expect(heard).toEqual(expect.arrayContaining(['first start 0', 'first settled 0', 'first stopchange 1', `first settled ${LAST_STOP}`]));
  const theme = () => frameOf(page, 'first').locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(theme).toBe('light');
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
  await expect.poll(theme).toBe('dark');
  expect(await page.locator('#first iframe').getAttribute('title')).toBe(TITLE);
});

test('a changed stop shows behind the poster, and nothing loads again', async ({ page }) => {
  await openBlog(page);
  const html = frameOf(page, 'first').locator('html');
  await html.evaluate((element) => element.setAttribute('title', 'kept'));
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html).toHaveAttribute('data-theme', 'light');
  const first = page.locator('#first');
  await first.evaluate((element: UnderstudyDemo) => Object.assign(element, { captions: true, stop: 'comparison/3' }));
  await expect.poll(() => current(page, 'first')).toBe(8);
  await first.evaluate((element: UnderstudyDemo) => element.removeAttribute('stop'));
  await expect.poll(() => current(page, 'first')).toBe(0);
  expect(await stateOf(page, 'first')).toBe('poster');
  await expect(html).toHaveAttribute('title', 'kept');
  expect(await page.evaluate(() => history.length)).toBe(2);
});

test('a moved element goes on at its stop; one without a story says so, and a removed one is silent', async ({ page }) => {
  await openBlog(page);
  const first = page.locator('#first');
  await first.evaluate((element: UnderstudyDemo) => element.goTo('comparison/3'));
  await expect.poll(() => stateOf(page, 'first')).toBe('settled');
  await first.evaluate((element) => document.body.prepend(element));
  await expect.poll(() => stateOf(page, 'first')).toBe('settled');
  expect(await current(page, 'first')).toBe(8);
  // A page of this origin that is no story is told at once.
  await first.evaluate((element: UnderstudyDemo) => (element.src = '/nothing/'));
  await expect(first.getByRole('alert')).toContainText('The demo does not answer.');
  await expect(first.getByRole('link')).toHaveAttribute('href', `${origin}nothing/`);
  expect((await events(page)).at(-1)).toBe('first failed The demo does not answer.');
  await first.evaluate((element) => element.remove());
  await expect.poll(() => page.frames().length).toBe(1);
  expect(await events(page)).toEqual([]);
  expect(logged).toEqual([]);
});
