import { expect, test } from '@playwright/test';
import { expectSettled, expectStop, jumpTo, createTimedKeyboard, openStop, slowDown, currentStop } from '../support/page';
import { STOP_HASHES, LAST_STOP } from '../support/demoScript';

test('Home and End go to the ends, and the ends stop further presses', async ({ page }) => {
  await openStop(page, 6);
  await page.keyboard.press('End');
  await expectSettled(page, LAST_STOP);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, LAST_STOP);
  await page.keyboard.press('Home');
  await expectSettled(page, 0);
  await page.keyboard.press('ArrowLeft');
  await expectSettled(page, 0);
});

test('shortcuts of the browser and input methods are left alone', async ({ page }) => {
  await openStop(page, 6);
  const missed = await page.evaluate(() => {
    const stop = (): string | undefined => document.documentElement.dataset['stop'];
    const before = stop();
    return ['n', 'p', 'ArrowRight', 'ArrowLeft', 'Enter', 'Home', 'End'].filter((key) =>
      [{ ctrlKey: true }, { metaKey: true }, { isComposing: true }].some((modifiers) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
        document.body.dispatchEvent(event);
        return stop() !== before || event.defaultPrevented;
      }),
    );
  });
  expect(missed).toEqual([]);
});

test('a click on the terminal or on the edge of the stage goes on', async ({ page }) => {
  await openStop(page, 6);
  await page.mouse.click(640, 300);
  await expectSettled(page, 7);
  await page.mouse.click(3, 300);
  await expectSettled(page, 8);
});

test('the buttons of the pages and their click hints go on by one stop', async ({ page }) => {
  const stage = page.locator('.stage');
  const controls = [
    [2, stage.getByRole('button', { name: 'Login with Company SSO Account' })],
    [2, stage.getByText('Click "Login with Company SSO" ↓')],
    [3, stage.getByRole('button', { name: 'Verify & Continue', exact: true })],
    [3, stage.getByText('Click "Verify & Continue" ↓')],
  ] as const;
  await openStop(page, 0);
  for (const [stop, control] of controls) {
    await jumpTo(page, stop);
    await control.click();
    await expectSettled(page, stop + 1);
  }
});

test('a focused button is pressed once by Enter and by Space', async ({ page }) => {
  await openStop(page, 0);
  for (const key of ['Enter', 'Space']) {
    await jumpTo(page, 3);
    await page.getByRole('button', { name: 'Verify & Continue', exact: true }).focus();
    await page.keyboard.press(key);
    await expectSettled(page, 4);
  }
});

test('the position and the address change before the key returns', async ({ page }) => {
  await openStop(page, 5, { motion: true });
  const seen = await page.evaluate(() => {
    const root = document.documentElement;
    return ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'Home'].map((key) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      return [root.dataset['stop'], root.dataset['scene'], location.hash];
    });
  });
  expect(seen).toEqual([6, 7, 6, 11, 0].map((stop) => [String(stop), stop === 0 ? '1' : '5', STOP_HASHES[stop]]));
});

test('next while a stop types finishes it; the one after goes on', async ({ page }) => {
  await openStop(page, 0, { motion: true });
  const keys = await createTimedKeyboard(page);
  await keys.press();
  await expectStop(page, 1);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'playing');
  await keys.press('ArrowRight', { after: 300 });
  await expectSettled(page, 1);
  await keys.press('ArrowRight', { after: 300 });
  await expectStop(page, 2);
});

test('prev while a stop types goes back at once', async ({ page }) => {
  await openStop(page, 5, { motion: true });
  const keys = await createTimedKeyboard(page);
  await keys.press();
  await expectStop(page, 6);
  await keys.press('ArrowLeft', { after: 300 });
  await expectSettled(page, 5);
});

for (const slow of [1, 4]) {
  test(`every press of a burst counts at any pace, and none leads past the end, on a processor ${slow}× slow`, async ({ page }) => {
    await openStop(page, 0, { motion: true });
    await slowDown(page, slow);
    const keys = await createTimedKeyboard(page);
    for (const gap of [0, 30, 60, 100]) {
      await page.keyboard.press('Home');
      await expectSettled(page, 0);
      // First to the stop before the last, where a lost press would show; then more presses than there are stops.
      for (const [count, target] of [
        [LAST_STOP - 1, LAST_STOP - 1],
        [5, LAST_STOP],
      ] as const) {
        const sent: Promise<void>[] = [];
        for (let index = 0; index < count; index += 1) {
          sent.push(keys.press('ArrowRight', index === 0 ? {} : { after: gap }));
          // As with a real keyboard, the page paints between two presses.
          if (gap > 0) await page.waitForTimeout(gap);
        }
        await Promise.all(sent);
        await test.step(`${count} presses ${gap} ms apart`, () => expectSettled(page, target));
        expect(new URL(page.url()).hash).toBe(STOP_HASHES[target]);
      }
    }
  });

  test(`a held key counts every repeat, there and back, on a processor ${slow}× slow`, async ({ page }) => {
    await openStop(page, 0, { motion: true });
    await slowDown(page, slow);
    const keys = await createTimedKeyboard(page);
    await keys.press();
    for (let repeat = 0; repeat < 8; repeat += 1) await keys.press('ArrowRight', { after: 400, repeat: true });
    await expectStop(page, 9);
    await keys.press('ArrowLeft');
    for (let repeat = 0; repeat < 6; repeat += 1) await keys.press('ArrowLeft', { after: 400, repeat: true });
    await expectSettled(page, 2);
  });
}

test('keys pressed before the page is ready count', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const key of ['End', 'ArrowLeft']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
  });
  await page.goto('./');
  await expectSettled(page, LAST_STOP - 1);
  expect(await currentStop(page)).toBe(LAST_STOP - 1);
});
