import { expect, type Page } from '@playwright/test';
import { currentStop, expectStop, openStop } from './page';

/** Opens a speaker window from `stage`, as the presenter does. */
export async function openSpeaker(stage: Page): Promise<Page> {
  const [speaker] = await Promise.all([stage.context().waitForEvent('page'), stage.keyboard.press('s')]);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  return speaker;
}

/** Opens a stage and its speaker window at `stop`. */
export async function openBoth(page: Page, stop = 0, options: { motion?: boolean; path?: string } = {}): Promise<Page> {
  await openStop(page, stop, options);
  const speaker = await openSpeaker(page);
  await expectStop(speaker, stop);
  return speaker;
}

export async function expectBoth(stage: Page, speaker: Page, stop: number): Promise<void> {
  await expectStop(stage, stop);
  await expectStop(speaker, stop);
}

/** Expects that `stage` is still at `stop` after any command sent to it would have arrived. */
export async function expectUnmoved(stage: Page, stop: number): Promise<void> {
  // Nothing happens, so there is nothing to wait for. Messages between windows take a few milliseconds.
  await stage.waitForTimeout(400);
  expect(await currentStop(stage)).toBe(stop);
}
