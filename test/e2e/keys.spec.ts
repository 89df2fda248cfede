import { expect, test, type Page } from '@playwright/test';
import { expectSettled, jumpTo, openStop } from '../support/page';
import { LAST_STOP } from '../support/demoScript';

/** Keys, and the stop they lead to from stop 6. */
const MOVES: readonly (readonly [stop: number, keys: readonly string[]])[] = [
  [
    7,
    [
      'ArrowRight',
      'ArrowDown',
      'Space',
      'Enter',
      'PageDown',
      'n',
      'N',
      'l',
      'L',
      'j',
      'J',
      'Shift+PageDown',
      'Shift+Enter',
      'Shift+ArrowDown',
    ],
  ],
  [5, ['ArrowLeft', 'ArrowUp', 'Shift+Space', 'Backspace', 'PageUp', 'p', 'P', 'h', 'H', 'k', 'K', 'Shift+PageUp', 'Shift+ArrowUp']],
  [LAST_STOP, ['Shift+ArrowRight', 'Alt+ArrowRight', 'End']],
  [5, ['Shift+ArrowLeft', 'Alt+ArrowLeft']],
  [0, ['Home']],
];

test('each navigation key leads from stop 6 to the right stop', async ({ page }) => {
  await openStop(page, 0);
  for (const [stop, keys] of MOVES) {
    for (const key of keys) {
      await jumpTo(page, 6);
      await page.keyboard.press(key);
      await test.step(key, () => expectSettled(page, stop));
    }
  }
});

test('keys of a keyboard layout for another script act by their position', async ({ page }) => {
  const press = (key: string, code: string): Promise<void> =>
    page.evaluate((init) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })), {
      key,
      code,
    });
  await openStop(page, 6);
  await press('ㄙ', 'KeyN');
  await expectSettled(page, 7);
  await press('з', 'KeyP');
  await expectSettled(page, 6);
  await press('ㄓ', 'Digit5');
  await press('ㄡ', 'Period');
  await press('ˇ', 'Digit3');
  await press('Enter', 'Enter');
  await expectSettled(page, 7);
  await press('ㄡ', 'Period');
  await expect(page.getByRole('status', { name: /The screen is black/u })).toBeVisible();
});

const OVERLAYS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['Overview', ['o', 'O', '`']],
  ['Go to', ['g', 'G']],
  ['Keys', ['?', 'F1']],
  ['Rehears', ['r', 'R']],
  ['Check the room', ['c', 'C']],
];

test('keys open their dialog, Esc closes it, and the stop stays', async ({ page }) => {
  await openStop(page, 6);
  for (const [name, keys] of OVERLAYS) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name: new RegExp(name, 'u') }), `after ${key}`).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expectSettled(page, 6);
    }
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, 7);
    await page.keyboard.press('ArrowLeft');
    await expectSettled(page, 6);
  }
});

test('keys make the screen black or white; next shows the stage again and does not go on', async ({ page }) => {
  const middleColour = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.elementFromPoint(innerWidth / 2, innerHeight / 2)!).backgroundColor);
  await openStop(page, 6);
  for (const key of ['b', 'B', '.', 'v', '/', 'w', 'W']) {
    await page.keyboard.press(key);
    await expect(page.locator('.screen-cover'), `after ${key}`).toBeVisible();
    expect(await middleColour()).toBe(/w/iu.test(key) ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)');
    await page.keyboard.press('PageDown');
    await expect(page.locator('.screen-cover')).toHaveCount(0);
    await expectSettled(page, 6);
  }
});

test('+ and − change the text size, 0 resets it, d switches the theme; size and theme survive a reload', async ({ page }) => {
  await openStop(page, 0);
  const size = (): Promise<number> => page.locator('.xterm-rows').evaluate((rows) => Number.parseFloat(getComputedStyle(rows).fontSize));
  const designed = await size();
  await page.keyboard.press('+');
  await page.keyboard.press('=');
  await expect.poll(size).toBeGreaterThan(designed);
  await page.keyboard.press('0');
  await expect.poll(size).toBe(designed);
  await page.keyboard.press('-');
  await expect.poll(size).toBeLessThan(designed);
  await page.keyboard.press('d');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expectSettled(page, 0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await size()).toBeLessThan(designed);
});

test('digits and Enter go to a scene, 5.3 to its third step, with the number on screen', async ({ page }) => {
  await openStop(page, 0);
  await page.keyboard.press('4');
  await expect(page.getByText('Go to 4')).toBeVisible();
  await page.keyboard.press('Enter');
  await expectSettled(page, 4);
  await page.keyboard.type('5.3');
  await expect(page.getByText('Go to 5.3')).toBeVisible();
  await page.keyboard.press('Enter');
  await expectSettled(page, 7);
  await page.keyboard.press('2');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Go to 2')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expectSettled(page, 8);
});

test('F5 and f enter full screen, Esc leaves it, and F5 never reloads', async ({ page }) => {
  await openStop(page, 6);
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  const full = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
  for (const key of ['F5', 'f']) {
    await page.keyboard.press(key);
    await expect.poll(full).toBe(true);
    await page.keyboard.press(key === 'f' ? 'f' : 'Escape');
    await expect.poll(full).toBe(false);
  }
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  await expectSettled(page, 6);
});

/** Presses F5 with every modifier and returns the presses that `target` leaves to the browser. */
async function pressesLeftToBrowser(target: Page): Promise<string[]> {
  await target.evaluate(() => {
    const log: string[] = [];
    Object.assign(globalThis, { log });
    addEventListener('keydown', (event) => event.key === 'F5' && log.push(`${event.defaultPrevented}`));
  });
  const presses = ['F5', 'Shift+F5', 'Control+F5', 'Alt+F5', 'Control+Shift+F5', 'Meta+F5'];
  for (const press of presses) await target.keyboard.press(press);
  const log = await target.evaluate(() => (globalThis as unknown as { log?: string[] }).log);
  return presses.filter((_, index) => log?.[index] !== 'true');
}

test('F5 with any modifier reloads neither the stage, nor a text field’s page, nor the speaker window', async ({ page, context }) => {
  await openStop(page, 4);
  expect(await pressesLeftToBrowser(page)).toEqual([]);
  await page.keyboard.press('g');
  await expect(page.getByRole('combobox')).toBeFocused();
  expect(await pressesLeftToBrowser(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  expect(await pressesLeftToBrowser(speaker)).toEqual([]);
});

test('F5 does not reload a page that is starting, and reloads one that cannot start', async ({ page }) => {
  const player = /\/player-[^/]*\.js$/u;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(player, (route) => released.then(() => route.continue()));
  await page.goto('./?motion=off');
  expect(await pressesLeftToBrowser(page)).toEqual([]);
  release();
  await expectSettled(page, 0);
  await page.unroute(player);
  await page.route(player, (route) => route.abort());
  await page.goto('about:blank');
  await page.goto('./?motion=off');
  await expect(page.getByRole('alert')).toBeVisible();
  const isLeft = await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true })),
  );
  expect(isLeft).toBe(true);
});

test.describe('a clicker', () => {
  test('that sends PageDown, PageUp, F5 and Esc in turn, and a dot', async ({ page }) => {
    await openStop(page, 0);
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    for (const [key, stop] of [
      ['PageDown', 1],
      ['F5', 1],
      ['PageDown', 2],
      ['Escape', 2],
      ['PageDown', 3],
      ['F5', 3],
      ['PageUp', 2],
    ] as const) {
      await page.keyboard.press(key);
      await expectSettled(page, stop);
    }
    await page.keyboard.press('.');
    await expect(page.locator('.screen-cover')).toBeVisible();
    await page.keyboard.press('.');
    await expect(page.locator('.screen-cover')).toHaveCount(0);
    expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('that sends only up and down', async ({ page }) => {
    await openStop(page, 0);
    for (const stop of [1, 2, 3]) {
      await page.keyboard.press('ArrowDown');
      await expectSettled(page, stop);
    }
    await page.keyboard.press('ArrowUp');
    await expectSettled(page, 2);
  });

  test('that sends Esc opens no dialog', async ({ page }) => {
    await openStop(page, 3);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectSettled(page, 3);
  });
});
