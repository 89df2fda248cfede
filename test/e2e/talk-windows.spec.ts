import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { LAST_STOP, STOP_HASHES } from '../support/demoScript';
import { currentStop, expectSettled, expectStop } from '../support/page';
import { expectBoth, expectUnmoved, openBoth, openSpeaker } from '../support/speakerWindow';

test.describe('no window is moved', () => {
  test('by a speaker window that opens late, is reloaded or closes', async ({ page, context }) => {
    const speaker = await openBoth(page, 6);
    const history = await page.evaluate(() => window.history.length);
    await speaker.reload();
    await expectStop(speaker, 6);
    const late = await context.newPage();
    await late.goto(speaker.url().replace(/#.*/u, ''));
    await expectStop(late, 6);
    await speaker.close();
    await late.close();
    await expectUnmoved(page, 6);
    expect(await page.evaluate(() => window.history.length)).toBe(history);
  });

  test('by another talk or another copy of the page', async ({ page, context }) => {
    const speaker = await openBoth(page, 3);
    const second = await context.newPage();
    const secondSpeaker = await openBoth(second, 6);
    const copy = await context.newPage();
    const copySpeaker = await openBoth(copy, 8, { path: './talks/2026/demo/' });
    await secondSpeaker.keyboard.press('ArrowRight');
    await expectBoth(second, secondSpeaker, 7);
    await copySpeaker.keyboard.press('ArrowRight');
    await expectBoth(copy, copySpeaker, 9);
    await expectUnmoved(page, 3);
    await expectStop(speaker, 3);
  });

  test('by a reload of the stage, which the speaker window goes on following', async ({ page }) => {
    const speaker = await openBoth(page, 6);
    await page.reload();
    await expectSettled(page, 6);
    await speaker.keyboard.press('ArrowRight');
    await expectBoth(page, speaker, 7);
  });
});

test('a duplicated stage neither leads nor follows commands, says so, and can take the lead', async ({ page, context }) => {
  const speaker = await openBoth(page, 3);
  // Like the browser's “Duplicate tab”: the tab's storage is copied.
  const [duplicate] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open(location.href))]);
  const offerIn = (stage: Page) => stage.getByRole('button', { name: 'Another tab leads: lead from here' });
  await expect(offerIn(duplicate)).toBeVisible();
  await duplicate.keyboard.press('End');
  await expectSettled(duplicate, LAST_STOP);
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 4);
  expect(await currentStop(duplicate)).toBe(LAST_STOP);
  await duplicate.keyboard.press('c');
  await expect(duplicate.getByText('Another tab leads this talk')).toBeVisible();
  await duplicate.keyboard.press('Escape');

  await page.reload();
  await expectSettled(page, 4);
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 5);
  await expect(offerIn(page)).toHaveCount(0);

  await offerIn(duplicate).press('Enter');
  await expectStop(speaker, LAST_STOP);
  await expect(offerIn(duplicate)).toHaveCount(0);
  await expect(offerIn(page)).toBeVisible();
  await speaker.keyboard.press('ArrowLeft');
  await expectBoth(duplicate, speaker, LAST_STOP - 1);
  await expectSettled(page, 5);

  await duplicate.close();
  await expect(offerIn(page)).toHaveCount(0);
  await expectStop(speaker, 5);
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 6);
});

test('a closed stage is reported, and reopened at its stop in the same talk', async ({ page, context }) => {
  const speaker = await openBoth(page, 0);
  await speaker.keyboard.press('End');
  await speaker.keyboard.press('p');
  await expectBoth(page, speaker, 10);
  await page.close();
  await expect(speaker.getByRole('alert')).toContainText('The stage window does not answer');
  await expect(speaker.getByRole('button', { name: /^Next/u })).toBeDisabled();
  await speaker.keyboard.press('ArrowRight');
  const [stage] = await Promise.all([context.waitForEvent('page'), speaker.getByRole('link', { name: 'Open the stage' }).click()]);
  await expectSettled(stage, 10);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await expect(speaker.getByRole('alert')).toHaveCount(0);
  await expect(speaker.getByRole('button', { name: 'Reset timer' })).toBeEnabled();
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(stage, speaker, 11);
});

test('each press counts once in the one-file page opened from disk', async ({ page }) => {
  await page.goto(`${pathToFileURL(path.resolve('dist/standalone.html')).href}?motion=off${STOP_HASHES[2]}`);
  await expectSettled(page, 2);
  const speaker = await openSpeaker(page);
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 3);
  await speaker.reload();
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await page.reload();
  await expectSettled(page, 3);
  // It sends “hello” until the stage answers.
  await page.waitForTimeout(2500);
  await speaker.keyboard.press('ArrowRight');
  await expectUnmoved(page, 4);
});
