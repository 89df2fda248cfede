import { expect, test } from '@playwright/test';
import { expectInOrder, expectSettled, expectStop, jumpTo, openStop } from '../support/page';
import {
  END_HINT,
  FOOTER,
  STOP_HASHES,
  HINT,
  LAST_STOP,
  LINKS,
  SCENE_STARTS,
  STOP_COUNT,
  TITLE,
  TOPIC,
  STOP_TEXTS,
  sceneIndexOf,
} from '../support/demoScript';

test('attributes, address, title, transcript, status bar and footer name every stop', async ({ page }) => {
  await openStop(page, 0);
  const html = page.locator('html');
  const transcript = page.locator('[data-transcript]');
  for (let stop = 0; stop < STOP_COUNT; stop += 1) {
    await jumpTo(page, stop);
    const scene = sceneIndexOf(stop);
    await expect(html).toHaveAttribute('data-stop', String(stop));
    await expect(html).toHaveAttribute('data-stops', String(STOP_COUNT));
    await expect(html).toHaveAttribute('data-scene', String(scene + 1));
    await expect(page).toHaveTitle(TITLE);
    expect(new URL(page.url()).hash).toBe(STOP_HASHES[stop]);

    await expect(transcript).toHaveCount(1);
    expectInOrder((await transcript.textContent()) ?? '', STOP_TEXTS.slice(SCENE_STARTS[scene], stop + 1).flat());

    await expect(page.getByText(`Scene ${scene + 1} / 5`, { exact: true })).toBeVisible();
    await expect(page.getByText(TOPIC, { exact: true })).toBeVisible();
    await expect(page.getByText(stop === LAST_STOP ? END_HINT : HINT, { exact: true })).toBeVisible();
    await expect(page.getByText(stop === LAST_STOP ? HINT : END_HINT, { exact: true })).toHaveCount(0);
    await expect(page.getByText(FOOTER)).toBeVisible();
  }
});

test('the transcript contains the current scene alone', async ({ page }) => {
  await openStop(page, 2);
  const transcript = (await page.locator('[data-transcript]').textContent()) ?? '';
  expect(transcript).not.toContain('MCP Servers:');
  expect(transcript).not.toContain('Example Corp');
});

test('the transcript has a line for each line of the story', async ({ page }) => {
  await openStop(page, 9);
  const lines = await page.locator('[data-transcript]').innerText();
  expect(lines.split('\n').map((line) => line.trim())).toContain(
    'The AI agent can only call the tools your scopes allow. No more, no less.',
  );
  expect(lines.split('\n').map((line) => line.trim())).toContain('Expires: 3600s');
});

test('the page reports that it plays, and settles by itself', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'playing');
  await expectSettled(page, 0);
});

test('a click on a link opens a new tab and does not step', async ({ page, context }) => {
  await context.route(/github\.(com|io)/u, (route) => route.fulfill({ contentType: 'text/html', body: '<title>stub</title>' }));
  await openStop(page, 1);
  for (const [name, href] of Object.entries(LINKS)) {
    const link = page.getByRole('link', { name, exact: true });
    await expect(link).toHaveAttribute('href', href);
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', /\bnoopener\b/u);
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    expect(opened.url()).toBe(href);
    await opened.close();
    await expectStop(page, 1);
  }
  await page.keyboard.press('ArrowRight');
  await expectStop(page, 2);
});

test('motion=off and the system setting both settle every stop at once', async ({ page }) => {
  await openStop(page, 0);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('about:blank');
  await page.goto('./');
  await expectSettled(page, 0);
  for (let stop = 1; stop < STOP_COUNT; stop += 1) {
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, stop);
  }
});

test('the page works in any folder and fetches nothing from outside of it', { tag: '@quick' }, async ({ page, baseURL }) => {
  const outside: string[] = [];
  const folder = `${baseURL}talks/2026/demo/`;
  page.on('request', (request) => {
    if (!request.url().startsWith(folder)) outside.push(request.url());
  });
  await openStop(page, 6, { path: folder });
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 7);
  expect(page.url()).toBe(`${folder}?motion=off#/comparison/2`);
  await page.reload();
  await expectSettled(page, 7);
  expect(outside).toEqual([]);
});
