import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { assetName, writeCaptureStory } from '../support/captureStory';
import { buildStory, visitExample } from '../support/example';
import { expectSettled } from '../support/page';

// In one worker, which builds the story once.
test.describe.configure({ mode: 'default' });

const notes = { say: 'Say.', point: 'Point.' };
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const BASKET = `<!DOCTYPE html><title>Basket</title><style>body{margin:0;height:3000px}</style><h1>Basket of Ana Kovač</h1>
  <img src="${assetName(PNG)}" alt="A seed" width="40" height="40">
  <form action="/pay"><label>Voucher <input id="voucher" autofocus></label><button>Pay now</button></form>
  <x-total><template shadowrootmode="open"><p>Total <b>€ 48</b></p></template></x-total>
  <p id="far" style="margin-top:2000px">Far below</p>`;
const ORDERS = '<!DOCTYPE html><title>Orders</title><h1>Orders</h1><ul><li>One<li>Two</ul>';

const STEPS = [
  { state: 'basket', highlight: 'Pay now' },
  { replace: { '€ 48': '€ 43' }, type: { Voucher: 'SPRING' } },
  { state: 'orders', hide: 'li:nth-child(2)' },
  { state: 'basket', scroll: '#far', pointer: '#far' },
].map((step, at) => ({ title: `Step ${at}`, notes, ...step }));

let story: string;
let dist: string;

test.beforeAll(async () => {
  const variables = { user: { value: 'Ann Lee', open: true, description: 'Who buys.' } };
  story = await writeCaptureStory(
    [
      { id: 'basket', html: BASKET },
      { id: 'orders', html: ORDERS },
    ],
    { replace: { 'Ana Kovač': '{{user}}' }, steps: STEPS },
    { variables },
    [PNG],
  );
  dist = await buildStory('snapshot', story);
});

test.afterAll(async () => {
  for (const each of [story, dist]) await rm(each, { recursive: true, force: true });
});

/** Returns all that the frame on stage shows. */
async function shown(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('main iframe:not(.capture__frame--ahead)');
    const root = frame?.contentDocument;
    return {
      body: root?.body.innerHTML,
      shadow: root?.querySelector('x-total')?.shadowRoot?.innerHTML,
      scroll: root?.defaultView?.scrollY,
      marks: Array.from(document.querySelectorAll<HTMLElement>('[data-at]'), ({ style }) => style.cssText),
      transcript: document.querySelector('[data-transcript]')?.textContent,
    };
  });
}

test('every stop shows its step exactly, however it was reached', async ({ page }) => {
  const direct: unknown[] = [];
  for (const index of STEPS.keys()) {
    await visitExample(page, dist, `?motion=off#/shop/${index}`);
    await expectSettled(page, index);
    direct.push(await shown(page));
  }
  expect(JSON.stringify(direct)).not.toContain('Ana');
  expect(direct[1]).toMatchObject({ shadow: expect.stringContaining('€ 43'), body: expect.stringContaining('value="SPRING"') });
  expect(direct[2]).toMatchObject({ body: expect.not.stringContaining('Two'), transcript: expect.stringContaining('One') });
  expect(direct[3]).toMatchObject({ scroll: expect.any(Number), shadow: expect.stringContaining('€ 43') });
  for (const index of [2, 1, 0, 1, 2, 3]) {
    await page.keyboard.press(index < (Number(await page.locator('html').getAttribute('data-stop')) || 0) ? 'ArrowLeft' : 'ArrowRight');
    await expectSettled(page, index);
    const { transcript: _, ...walked } = (await shown(page)) as { transcript: string };
    expect(direct[index]).toMatchObject(walked);
  }
});

test('plays while it types, and ends as it stands', async ({ page }) => {
  await visitExample(page, dist, '#/shop/0');
  await expectSettled(page, 0);
  const field = page.frameLocator('main iframe').first().locator('#voucher');
  await field.evaluate((element) => {
    const values: (string | null)[] = [];
    new MutationObserver(() => values.push(element.getAttribute('value'))).observe(element, { attributes: true });
    Object.assign(element.ownerDocument.defaultView!.parent, { values });
  });
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 1);
  await expect(field).toHaveAttribute('value', 'SPRING');
  const values = await page.evaluate(() => (window as unknown as { values: string[] }).values);
  expect(values.every((value) => 'SPRING'.startsWith(value))).toBe(true);
  expect(values[0]).not.toBe('SPRING');
});

test('is settled when its document is there, and loads the next one ahead', async ({ page }) => {
  await visitExample(page, dist, '?motion=off#/shop/0');
  await expectSettled(page, 0);
  const ahead = page.locator('iframe.capture__frame--ahead');
  await expect(ahead).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 1);
  await expect(ahead).toHaveCount(1);
  await expect.poll(() => ahead.evaluate((frame: HTMLIFrameElement) => frame.contentDocument?.body?.textContent)).toContain('Orders');

  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/capture-orders*', async (route) => {
    await held;
    await route.fallback();
  });
  await page.goto('about:blank');
  await visitExample(page, dist, '?motion=off#/shop/2');
  await expect(page.locator('html')).toHaveAttribute('data-stop', '2');
  await expect(page.locator('iframe[data-loading]')).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'playing');
  release();
  await expectSettled(page, 2);
});

test('is shown although a picture of it never comes', async ({ page }) => {
  await visitExample(page, dist, '?motion=off#/shop/2');
  await expectSettled(page, 2);
  // Never answered.
  await page.route('**/*.png', () => {});
  await visitExample(page, dist, '?motion=off#/shop/2');
  await expectSettled(page, 2);
  await page.keyboard.press('ArrowLeft');
  await expectSettled(page, 1);
  await expect(page.frameLocator('main iframe:not(.capture__frame--ahead)').locator('#voucher')).toHaveAttribute('value', 'SPRING');
});

test('takes neither keys nor focus nor clicks', async ({ page }) => {
  await visitExample(page, dist, '?motion=off#/shop/0');
  await expectSettled(page, 0);
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
  }
  const box = (await page.locator('main iframe').first().boundingBox())!;
  await page.mouse.click(box.x + 60, box.y + 90);
  await expectSettled(page, 1);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
});

test('takes names from the address, and is in miniatures', async ({ page }) => {
  await visitExample(page, dist, '?motion=off&user=Eva#/shop/0');
  await expectSettled(page, 0);
  await expect(page.frameLocator('main iframe').first().locator('h1')).toHaveText('Basket of Eva');
  await page.keyboard.press('o');
  const miniature = page.locator('.stop-thumbnail').nth(2).locator('iframe');
  await expect.poll(() => miniature.evaluate((frame: HTMLIFrameElement) => frame.contentDocument?.body?.textContent)).toContain('Orders');
});

test('scrolls its own page and not the handout around it', async ({ page }) => {
  await visitExample(page, dist, '?handout');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
  const scrolled = page.locator('iframe').last();
  await expect.poll(() => scrolled.evaluate((frame: HTMLIFrameElement) => frame.contentWindow!.scrollY)).toBeGreaterThan(0);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('plays in one file, which asks for nothing', async ({ page }) => {
  const single = await buildStory('snapshot-single', story, 'standalone');
  try {
    const address = pathToFileURL(path.join(single, 'standalone.html')).href;
    const requests: string[] = [];
    page.on('request', (request) => /^(?:data:|about:)/u.test(request.url()) || requests.push(request.url()));
    await page.goto(`${address}?motion=off&user=Eva#/shop/1`);
    await expectSettled(page, 1);
    const frame = page.frameLocator('main iframe').first();
    await expect(frame.locator('h1')).toHaveText('Basket of Eva');
    expect(await frame.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
  } finally {
    await rm(single, { recursive: true, force: true });
  }
});
