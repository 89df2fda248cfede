import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { BrowserDriver } from '../../tools/engines/browserDriver';
import { inspectHostile } from '../../tools/engines/inspectHostile';
import { siteContentSecurityPolicy } from '../../src/vite/contentSecurityPolicy';
import { buildStory, visitExample } from '../support/example';
import { HOSTILE_HOST, playableHostilePages } from '../support/hostilePages';
import { writeCaptureStory } from '../support/captureStory';

// In one worker, which builds the story once.
test.describe.configure({ mode: 'default' });

const pages = playableHostilePages;
const stateOf = (index: number): string => `page-${index}`;

/** Collects what a page runs and asks for. */
function watch(page: Page, isAllowed: (url: string) => boolean): string[] {
  const escapes: string[] = [];
  page.on('request', (request) => {
    if (!isAllowed(request.url())) escapes.push(`asks for ${request.url().slice(0, 100)}`);
  });
  page.on('dialog', (dialog) => {
    escapes.push(`says ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => escapes.push('opens a window'));
  page.on('framenavigated', (frame) => {
    if (!isAllowed(frame.url())) escapes.push(`goes to ${frame.url().slice(0, 100)}`);
  });
  return escapes;
}

/** Returns whether code of a hostile page has left its trace. */
const hasRun = async (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [window, ...Array.from(frames)].some((each) => {
      try {
        return 'escaped' in each;
      } catch {
        // The page of an error in place of a request that was blocked.
        return false;
      }
    }),
  );

let story: string;
let dist: string;

test.beforeAll(async () => {
  story = await writeCaptureStory(pages.map(({ html }, index) => ({ id: stateOf(index), html })));
  dist = await buildStory('hostile', story);
});

test.afterAll(async () => {
  for (const each of [story, dist]) await rm(each, { recursive: true, force: true });
});

test('hostile pages run nothing and ask for nothing on stage', async ({ page }) => {
  expect(pages.length).toBeGreaterThanOrEqual(60);
  const escapes = watch(page, (url) => /^(?:https:\/\/example\.test\/|data:|blob:|about:)/u.test(url));
  const violations: string[] = [];
  page.on('console', (message) => message.type() === 'error' && violations.push(message.text()));
  await visitExample(page, dist, '?motion=off');
  for (const [index, { name }] of pages.entries()) {
    if (index > 0) await page.keyboard.press('ArrowRight');
    await page.waitForSelector(`html[data-stop="${index}"][data-state="settled"]`);
    expect(await page.locator('iframe:not(.capture__frame--ahead)').count(), name).toBe(1);
    expect({ name, escapes, violations, hasRun: await hasRun(page) }).toEqual({ name, escapes: [], violations: [], hasRun: false });
  }
});

test('the walk that checks other engines finds nothing in Chromium', async ({ page }) => {
  const driver: BrowserDriver = {
    name: 'Chromium',
    resize: (width, height) => page.setViewportSize({ width, height }),
    open: (address) => visitExample(page, dist, address),
    evaluate: (expression) => page.evaluate(expression),
    press: () => page.keyboard.press('ArrowRight'),
    close: () => page.close(),
  };
  expect(await inspectHostile(driver, '')).toEqual([]);
});

test.describe('each defence alone', () => {
  const open = async (page: Page, html: string): Promise<void> => {
    await page.unrouteAll();
    await page.route('**/*', (route) =>
      route.request().url() === 'https://alone.test/' ? route.fulfill({ contentType: 'text/html', body: html }) : route.abort(),
    );
    await page.goto('https://alone.test/');
    await page.waitForTimeout(20);
  };
  const isOwn = (url: string): boolean => /^(?:https:\/\/alone\.test\/(?:#.*|assets\/.*)?$|data:image\/|about:)/u.test(url);

  test('cleaned documents, opened as pages with scripts and without a policy', async ({ page }) => {
    const escapes = watch(page, isOwn);
    const folder = path.join(dist, 'assets');
    const documents = (await readdir(folder)).filter((file) => file.endsWith('.txt'));
    expect(documents.length).toBe(pages.length);
    for (const file of documents) {
      await open(page, await readFile(path.join(folder, file), 'utf8'));
      expect({ file, escapes, hasRun: await hasRun(page) }).toEqual({ file, escapes: [], hasRun: false });
    }
  });

  const framed = (html: string, attributes: string, policy = ''): string =>
    `<!DOCTYPE html><meta charset="utf-8">${policy}` +
    `<iframe ${attributes} srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

  /** Those that no browser can draw in any time say nothing of a defence. */
  const uncleaned = pages.filter(({ name }) => name !== 'a drawing that repeats itself');

  test('the sandbox, with documents that were not cleaned', async ({ page }) => {
    for (const { name, html } of uncleaned) {
      await open(page, framed(Buffer.from(html).toString(), 'sandbox="allow-same-origin"'));
      expect({ name, hasRun: await hasRun(page) }).toEqual({ name, hasRun: false });
    }
  });

  test('the policy, with documents that were not cleaned', async ({ page }) => {
    const reached: string[] = [];
    page.on('response', (response) => reached.push(response.url()));
    const policy = `<meta http-equiv="Content-Security-Policy" content="${siteContentSecurityPolicy('')}">`;
    for (const { name, html } of uncleaned) {
      await open(page, framed(Buffer.from(html).toString(), '', policy));
      expect({ name, hasRun: await hasRun(page) }).toEqual({ name, hasRun: false });
      expect(reached.filter((url) => url.includes(HOSTILE_HOST))).toEqual([]);
    }
  });
});
