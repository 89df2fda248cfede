import { expect, test, type Page } from '@playwright/test';
import { BURST_MS } from '../../src/core/position';
import { LAST_STOP, STOP_COUNT, STOP_HASHES, TITLE } from '../support/demoScript';
import { createTimedKeyboard, expectSettled, expectStop, openStop } from '../support/page';
import { expectBoth, expectUnmoved, openBoth, openSpeaker } from '../support/speakerWindow';

/** Presses this far apart are no burst. The stage accepts no times in the future, so these tests have to wait. */
const LONGER_THAN_BURST_MS = BURST_MS + 50;

test.describe('either window drives', () => {
  test('s opens a tab that follows the stage and drives it', { tag: '@quick' }, async ({ page }) => {
    const speaker = await openBoth(page, 4);
    await expect(speaker).toHaveTitle(`Speaker — ${TITLE}`);
    await expect(speaker.getByText('Stop 4.1 · 5 of 12')).toBeVisible();
    await speaker.keyboard.press('ArrowRight');
    await expectBoth(page, speaker, 5);
    expect(new URL(page.url()).hash).toBe(STOP_HASHES[5]);
    await page.keyboard.press('End');
    await expectBoth(page, speaker, LAST_STOP);
    await expect(speaker.getByText('Nothing: this is the last stop')).toBeVisible();
    await speaker.keyboard.press('ArrowRight');
    await speaker.keyboard.press('PageUp');
    await expectBoth(page, speaker, LAST_STOP - 1);
  });

  test('a press while the stage types finishes the typing; the next one goes on', async ({ page }) => {
    const speaker = await openBoth(page, 5, { motion: true });
    await speaker.keyboard.press('ArrowRight');
    await expect(speaker.locator('html')).toHaveAttribute('data-state', 'playing');
    await expect(speaker.getByText('Finishes the typing')).toBeVisible();
    await page.waitForTimeout(LONGER_THAN_BURST_MS);
    await speaker.keyboard.press('ArrowRight');
    await expectSettled(page, 6);
    await page.waitForTimeout(LONGER_THAN_BURST_MS);
    await speaker.keyboard.press('ArrowRight');
    await expectBoth(page, speaker, 7);
  });

  test('every press of a burst counts at any pace, and none leads past the end', async ({ page }) => {
    const speaker = await openBoth(page, 0, { motion: true });
    for (const gap of [0, 30, 60, 100]) {
      // A new keyboard starts at the present time. The stage changes times in the future to the time of arrival.
      const keys = await createTimedKeyboard(speaker);
      await speaker.keyboard.press('Home');
      await expectBoth(page, speaker, 0);
      await page.waitForTimeout(LONGER_THAN_BURST_MS);
      // First to the stop before the last, where a lost press would show; then more presses than there are stops.
      for (const [count, target] of [
        [LAST_STOP - 1, LAST_STOP - 1],
        [5, LAST_STOP],
      ] as const) {
        const sent: Promise<void>[] = [];
        for (let index = 0; index < count; index += 1) {
          sent.push(keys.press('ArrowRight', index === 0 && target < LAST_STOP ? {} : { after: gap }));
          if (gap > 0) await speaker.waitForTimeout(gap);
        }
        await Promise.all(sent);
        await test.step(`${count} presses ${gap} ms apart`, () => expectStop(page, target));
      }
      await expectSettled(page, LAST_STOP);
    }
  });

  test('after a click on a button, keys still move the stage', async ({ page }) => {
    const speaker = await openBoth(page, 4);
    await speaker.getByRole('button', { name: /^Light/u }).click();
    await expect(speaker.locator('html')).toHaveAttribute('data-theme', 'light');
    await speaker.keyboard.press('Enter');
    await expectBoth(page, speaker, 5);
    await expect(speaker.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await speaker.getByRole('button', { name: /^Next/u }).click();
    await speaker.getByRole('button', { name: 'The old way' }).click();
    await expectBoth(page, speaker, 10);
    await speaker.keyboard.press('Space');
    await expectBoth(page, speaker, 11);
  });

  test('numbers and the list of stops jump', async ({ page }) => {
    const speaker = await openBoth(page);
    for (const key of ['5', '.', '3', 'Enter']) await speaker.keyboard.press(key);
    await expectBoth(page, speaker, 7);
    await speaker.keyboard.press('g');
    await speaker.keyboard.press('ArrowUp');
    await speaker.keyboard.press('Enter');
    await expectBoth(page, speaker, 6);
    await speaker.keyboard.press('ArrowDown');
    await expectBoth(page, speaker, 7);
  });
});

test.describe('what the audience sees', () => {
  test('is black while the speaker still sees the stage; the next press shows the stage', async ({ page }) => {
    const speaker = await openBoth(page, 6);
    await speaker.keyboard.press('b');
    await expect(page.locator('.screen-cover')).toBeVisible();
    await expect(speaker.getByText('The room sees black')).toBeVisible();
    await expect(speaker.getByRole('button', { name: /Black/u })).toHaveAttribute('aria-pressed', 'true');
    await expect(speaker.getByText('Brings the picture back')).toBeVisible();
    await expect(speaker.locator('.stop-thumbnail').first()).toContainText('Returned for dev@example.com');
    await speaker.keyboard.press('ArrowRight');
    await expect(page.locator('.screen-cover')).toHaveCount(0);
    await expectUnmoved(page, 6);
  });

  test('keeps its stop while frozen, and catches up on request', async ({ page }) => {
    const speaker = await openBoth(page, 4);
    await speaker.keyboard.press('z');
    for (let press = 0; press < 3; press += 1) await speaker.keyboard.press('ArrowRight');
    await expectStop(speaker, 7);
    await expectUnmoved(page, 4);
    await expect(speaker.getByRole('heading', { name: 'The room sees 4.1 The token comes back' })).toBeVisible();
    await speaker.getByRole('button', { name: /Catch up/u }).click();
    await expectSettled(page, 7);
    await expect(speaker.getByText('Frozen for the room')).toHaveCount(0);
  });
});

test('a frozen stage without a speaker window says so, and the next press goes on from the stop it shows', async ({ page }) => {
  await openStop(page, 4);
  const frozen = page.locator('.status').getByText('Frozen');
  await page.keyboard.press('z');
  await expect(frozen).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 5);
  await expect(frozen).toHaveCount(0);
  await page.keyboard.press('z');
  const speaker = await openSpeaker(page);
  // The speaker window shows it instead.
  await expect(frozen).toHaveCount(0);
  for (let press = 0; press < 3; press += 1) await speaker.keyboard.press('ArrowRight');
  await expectStop(speaker, 8);
  await expectUnmoved(page, 5);
  await speaker.close();
  await expect(frozen).toBeVisible();
  await expectUnmoved(page, 5);
  await page.keyboard.press('PageDown');
  await expectSettled(page, 6);
  await expect(frozen).toHaveCount(0);
});

test('the timer starts with the first press, survives reloads of both windows, and can be reset', async ({ page }) => {
  const speaker = await openBoth(page);
  const time = speaker.getByRole('region', { name: 'Time' });
  await expect(time).toContainText('starts with your next press');
  await speaker.keyboard.press('ArrowRight');
  await expect(time).toContainText('0:01 of 6:45');
  await page.reload();
  await speaker.reload();
  await expect(time).toContainText(/0:(?:0[1-9]|[12]\d) of 6:45/u);
  await expect(time).toContainText('ahead');
  await time.getByRole('button', { name: 'Reset timer' }).click();
  await expect(time).toContainText('0:00 of 6:45');
});

test('an open speaker window plans with a rehearsal as soon as its stage or another tab stores or clears one', async ({
  page,
  context,
}) => {
  const speaker = await openBoth(page);
  const time = speaker.getByRole('region', { name: 'Time' });
  await expect(time).toContainText('Against plan');
  const other = await context.newPage();
  await openStop(other);
  const rehearsals: readonly (readonly [Page, string])[] = [
    [page, 'Record'],
    [other, 'Record again'],
  ];
  for (const [stage, record] of rehearsals) {
    await stage.bringToFront();
    await stage.keyboard.press('r');
    await stage.getByRole('button', { name: `${record} from the start` }).click();
    await stage.keyboard.press('r');
    await stage.getByRole('button', { name: 'Stop and keep' }).click();
    await expect(time).toContainText('Against rehearsal');
    await expect(time).toContainText(/of 6:[12]/u);
    await stage.getByRole('button', { name: 'Clear' }).click();
    await expect(time).toContainText('Against plan');
    await stage.getByRole('button', { name: 'Undo' }).click();
    await expect(time).toContainText('Against rehearsal');
  }
  // The dialog of the first stage is still open: it shows what the other tab stored.
  await other.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('dialog')).toContainText('Play the talk once');
  await expect(time).toContainText('Against plan');
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('neither window logs an error or a warning', async ({ page, context }) => {
    const trouble: string[] = [];
    const watch = (each: Page): void => {
      each.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(message.text()));
      each.on('pageerror', (error) => trouble.push(error.message));
    };
    watch(page);
    context.on('page', watch);
    const speaker = await openBoth(page);
    for (let stop = 1; stop < STOP_COUNT; stop += 1) {
      await speaker.keyboard.press('ArrowRight');
      await expectBoth(page, speaker, stop);
    }
    await speaker.reload();
    await expectStop(speaker, LAST_STOP);
    expect(trouble).toEqual([]);
  });
});
