import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import UPNG from 'upng-js';
import { HINT_ELEMENT } from '../../src/capture/capturedPage';
import { openAddress } from '../../src/capture/openAddress';
import { ResponseRecorder } from '../../src/capture/responseRecorder';
import { walkThrough } from '../../src/capture/walkThrough';
import { removeRun, runCapture } from '../support/captureCommand';
import { startStaticServer } from '../support/staticServer';

/** Pages of different make, whose looks come from more than their markup. */
const PAGES = 'web-components canvas-chart virtual-list css-in-js svg-sprites variable-fonts iframes dark forms'.split(' ');
const DEMO = '/dist/index.html?motion=off#/agent/1';

/** Returns the share of pixels that differ visibly between two pictures. */
function difference(one: Buffer, other: Buffer): number {
  const [a, b] = [one, other].map((each) => new Uint8Array(UPNG.toRGBA8(UPNG.decode(new Uint8Array(each).buffer))[0]!)) as [
    Uint8Array,
    Uint8Array,
  ];
  let count = 0;
  for (let at = 0; at < a.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(a[at + channel]! - b[at + channel]!) > 24)) count += 1;
  }
  return a.length === b.length ? count / (a.length / 4) : 1;
}

test('a capture, opened without scripts and without network, looks as the page did', async ({ browser }) => {
  const live = await startStaticServer('.', { basePaths: ['/'] });
  const addresses = new Map([
    ...PAGES.map((name) => [name, `${live.url}test/capture/pages/${name}.html`] as const),
    ['demo', live.url.slice(0, -1) + DEMO],
  ]);
  const steps = [...addresses].flatMap(([id, address]) => [
    { goto: address },
    ...(id === 'demo' ? [{ wait: 'css:html[data-idle]' }] : []),
    { snap: id },
  ]);
  const run = await runCapture(`${live.url}test/capture/pages/inner.html`, { steps, args: ['--dark'] });
  expect(run.output).toContain(`${addresses.size} states`);
  // A picture far below the window is there too.
  expect((await readFile(path.join(run.folder, 'page/forms.html'), 'utf8')).match(/<img(?![^>]*src=)/gu)).toBeNull();
  const captured = await startStaticServer(path.join(run.folder, 'page'), { basePaths: ['/'] });
  const index = JSON.parse(await readFile(path.join(run.folder, 'page/capture.json'), 'utf8')) as {
    states: { id: string; scroll: [number, number] }[];
  };
  const viewport = { width: 1280, height: 800 };
  const page = await browser.newPage({ viewport });
  const still = await browser.newPage({ viewport, javaScriptEnabled: false });
  const foreign: string[] = [];
  still.on('request', (request) => void (request.url().startsWith(captured.url) || foreign.push(request.url())));
  for (const { id, scroll } of index.states) {
    await page.goto(addresses.get(id)!);
    await still.goto(`${captured.url}${id}.html`);
    await still.evaluate(([x, y]) => {
      for (const box of document.querySelectorAll('[data-capture-scroll]')) {
        const [left, top] = box.getAttribute('data-capture-scroll')!.split(' ').map(Number);
        box.scrollTo(left!, top!);
      }
      scrollTo(x, y);
    }, scroll);
    // A busy machine needs a moment for the page.
    await expect
      .poll(async () => difference(await page.screenshot({ animations: 'disabled' }), await still.screenshot()), { message: id })
      .toBeLessThan(0.003);
  }
  await Promise.all([page.close(), still.close(), live.close(), captured.close(), removeRun(run)]);
  expect(foreign.filter((address) => !address.startsWith('data:'))).toEqual([]);
});

test('the example is captured anew as it is in the repository', async () => {
  const steps = JSON.parse(await readFile('examples/product/steps.json', 'utf8')) as { steps: object[] };
  const run = await runCapture(path.resolve('examples/product/site/index.html'), { steps: steps.steps, args: ['--size', '1280x590'] });
  expect(run.status, run.output).toBe(0);
  const [fresh, kept] = [path.join(run.folder, 'page'), 'examples/product/fernway'];
  const names = (await readdir(kept, { recursive: true })).filter((name) => name.includes('.')).toSorted();
  expect((await readdir(fresh, { recursive: true })).filter((name) => name.includes('.')).toSorted()).toEqual(names);
  // The names of assets are made of their content.
  for (const name of names.filter((each) => !each.startsWith('assets')))
    expect(await readFile(path.join(fresh, name), 'utf8'), name).toBe(await readFile(path.join(kept, name), 'utf8'));
  await removeRun(run);
});

test.describe('what cannot be captured', () => {
  let server: Server;
  let site = '';
  test.beforeAll(async () => {
    server = createServer((request, response) => {
      const html = (body: string) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>T</title>${body}`);
      if (request.url === '/login') response.writeHead(302, { location: site.replace('127.0.0.1', 'localhost') }).end();
      else if (request.url === '/private') response.writeHead(401).end();
      else if (request.url === '/text') response.writeHead(200, { 'content-type': 'text/plain' }).end('words');
      else if (request.url === '/never') return;
      else if (request.url === '/waiting') html('<img src="/never">');
      else if (request.url === '/polling') html(`<script>setInterval(() => fetch('/answer'), 100)</script>`);
      else if (request.url === '/' || request.url === '/answer')
        html('<button id="pay">Pay now</button>' + '<p class="row">Row</p>'.repeat(30));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('a page that does not open is told from others', async ({ page }) => {
    const recorder = new ResponseRecorder(page.context());
    const open = (address: string, timeout: number) =>
      openAddress(page, address.replace(/^\//u, `${site}/`), recorder, { timeout, isUnattended: true }).catch(
        (error: Error) => error.message,
      );
    expect(await open('http://127.0.0.1:9/', 5000)).toContain('cannot be reached: browsers open no such address. Correct it.');
    expect(await open('http://127.0.0.1:1023/', 5000)).toContain('nothing listens there. Start the server, or correct the address.');
    expect(await open('/never', 500)).toContain('did not answer within 0.5 s');
    expect(await open('/waiting', 500)).toContain(`still loading: ${site}/never. Look whether these answer`);
    expect(await open('/gone', 5000)).toContain('answers 404 Not Found. Correct the address');
    expect(await open('/private', 5000)).toContain('needs a login (401). Capture it without --steps');
    expect(await open('/login', 5000)).toContain('it seems to need a login');
    expect(await open('/text', 5000)).toContain('is text/plain, not a web page');
  });

  for (const [name, says, click] of [
    ['nothing', 'steps[0].click: found "Pay nwo", which names nothing visible', 'Pay nwo'],
    ['thirty elements', 'steps[0].click: found ".row", which names 30 elements', '.row'],
  ] as const) {
    test(`a step that names ${name} has its place, and nothing is left`, async () => {
      const run = await runCapture(site, { steps: [{ click }, { snap: 'a' }], args: ['--timeout', '1'] });
      expect(run.output).toContain(says);
      expect(run).toMatchObject({ status: 1, written: [], leftProcesses: [] });
      await removeRun(run);
    });
  }

  test('after Ctrl+C nothing is written and no browser runs', async () => {
    const run = await runCapture(site, { steps: [{ wait: 60_000 }, { snap: 'a' }], signal: 'SIGINT' });
    expect(run).toMatchObject({ status: 130, written: [], leftProcesses: [] });
    expect(run.output).toContain('Interrupted; nothing was written.');
    await removeRun(run);
  });

  test('a page that asks again and again is captured; a capture is replaced, and a scene stays', async () => {
    const files = { 'page/capture.json': '{"version":1,"states":[]}', 'page/old.html': '', 'page.json': 'mine' };
    const run = await runCapture(`${site}/polling`, { files });
    expect(run.status, run.output).toBe(0);
    expect(run.written).toEqual(['page', 'page.json']);
    expect((await readdir(path.join(run.folder, 'page'))).toSorted()).toEqual(['assets', 'capture.json', 'home.html']);
    expect(await readFile(path.join(run.folder, 'page.json'), 'utf8')).toBe('mine');
    await removeRun(run);
  });

  test('a file in another charset becomes UTF-8', async () => {
    const bytes = Buffer.from('<!doctype html><meta charset="windows-1252"><title>T</title><p>caf\xE9 \x80 5', 'latin1');
    const run = await runCapture('old.html', { files: { 'old.html': bytes } });
    expect(await readFile(path.join(run.folder, 'page/home.html'), 'utf8')).toContain('<p>café € 5');
    await removeRun(run);
  });
});

test('a person keeps states with keys of the page and of the terminal, and the hint is seen', async ({ browser }) => {
  const context = await browser.newContext();
  const input = new PassThrough();
  const kept: string[] = [];
  const walk = walkThrough(context, {
    input,
    open: async (page) => void (await page.goto('data:text/html,<title>A</title><p>A')),
    keep: async (page) => kept.push(await page.title()),
  });
  await expect.poll(() => context.pages().length).toBe(1);
  const [page] = context.pages();
  await expect(page!.locator(HINT_ELEMENT)).toHaveText(/^F8 keeps/u);
  await page!.keyboard.press('F8');
  await expect(page!.locator(HINT_ELEMENT)).toHaveText(/^1 kept/u);
  await page!.goto('data:text/html,<title>B</title><p>B');
  input.write('\n');
  await expect.poll(() => kept).toEqual(['A', 'B']);
  await page!.close();
  await walk;
  await context.close();
});
