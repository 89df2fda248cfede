import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe';
import { buildExample, visitExample } from '../support/example';
import { createTimedKeyboard, expectSettled } from '../support/page';

let folder: string;
test.beforeAll(async () => {
  folder = await buildExample('editor');
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));
// In one worker, which builds the example once.
test.describe.configure({ mode: 'default' });

/** Returns every text of the editor with its place, in whole pixels. */
function placesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.editor :is(.editor__piece, .editor__tab, .editor__entry, .editor__message-box, .editor__output-row, .editor__caret)',
      ),
    ].map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return [each.textContent, ...[left, top, width, height].map(Math.round), getComputedStyle(each).opacity].join(' ');
    }),
  );
}

async function step(page: Page, key: 'ArrowRight' | 'ArrowLeft', stop: number): Promise<void> {
  await page.keyboard.press(key);
  await expectSettled(page, stop);
}

test('every stop looks the same stepped forwards with motion, at once, and back', async ({ page }) => {
  await visitExample(page, folder, '?motion=off');
  const stops = Number(await page.locator('html').getAttribute('data-stops'));
  const expected: string[][] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    if (stop > 0) await step(page, 'ArrowRight', stop);
    expected.push(await placesOf(page));
  }
  expect(new Set(expected.map(String)).size).toBe(stops);
  for (let stop = stops - 2; stop >= 0; stop -= 1) {
    await step(page, 'ArrowLeft', stop);
    expect(await placesOf(page), `back to stop ${stop}`).toEqual(expected[stop]);
  }
  await visitExample(page, folder, '');
  await expectSettled(page, 0);
  const keys = await createTimedKeyboard(page);
  for (let stop = 1; stop < stops; stop += 1) {
    await keys.press();
    await expectSettled(page, stop);
    expect(await placesOf(page), `forwards to stop ${stop}`).toEqual(expected[stop]);
  }
});

test('a burst of presses ends exactly where single presses do', async ({ page }) => {
  await visitExample(page, folder, '?motion=off#/pay/5');
  await expectSettled(page, 5);
  const expected = await placesOf(page);
  await visitExample(page, folder, '');
  await expectSettled(page, 0);
  const keys = await createTimedKeyboard(page);
  await keys.burst([...Array<'ArrowRight'>(6).fill('ArrowRight'), 'ArrowLeft']);
  await expectSettled(page, 5);
  expect(await placesOf(page)).toEqual(expected);
});

test('a morph starts where its words stood, and copies as text', async ({ page }) => {
  await visitExample(page, folder, '?motion=off#/pay/3');
  await expectSettled(page, 3);
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('.editor__content')!));
  const copied = await page.evaluate(() => getSelection()!.toString());
  expect(copied).toContain('for (const item of cart.items) {\n    sum += item.price * item.quantity;\n  }\n');
});

test('a pane scrolled by hand is back at its place with the next press', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await visitExample(page, folder, '?motion=off#/pay/3');
  await expectSettled(page, 3);
  const firstTop = () =>
    page
      .locator('.editor__row')
      .first()
      .evaluate((row) => Math.round(row.getBoundingClientRect().top));
  const before = await firstTop();
  await page.locator('.editor__code').hover();
  await page.mouse.wheel(0, 90);
  await expect.poll(firstTop).toBe(before - 90);
  await page.mouse.wheel(0, 9000);
  await expect(page.locator('.editor__row').last()).toBeInViewport();
  await step(page, 'ArrowRight', 4);
  await step(page, 'ArrowLeft', 3);
  expect(await firstTop()).toBe(before);
});

for (const [width, height] of [
  [1280, 720],
  [390, 844],
] as const)
  test(`rows that matter are inside the pane at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await visitExample(page, folder, '?motion=off');
    const stops = Number(await page.locator('html').getAttribute('data-stops'));
    for (let stop = 0; stop < stops; stop += 1) {
      if (stop > 0) await step(page, 'ArrowRight', stop);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('.editor__row:not([data-clippable])')]
          .filter((row) => {
            const [box, pane] = [row, row.closest('.editor__code')!].map((each) => each.getBoundingClientRect()) as [DOMRect, DOMRect];
            return box.top < pane.top - 1 || box.bottom > pane.bottom + 1;
          })
          .map(({ textContent }) => textContent),
      );
      expect(outside, `stop ${stop}`).toEqual([]);
    }
  });

test('axe finds nothing at any stop', async ({ page }) => {
  await visitExample(page, folder, '?motion=off');
  const stops = Number(await page.locator('html').getAttribute('data-stops'));
  for (let stop = 0; stop < stops; stop += 1) {
    if (stop > 0) await step(page, 'ArrowRight', stop);
    expect.soft(await axeViolations(page), `at stop ${stop}`).toEqual([]);
  }
});
