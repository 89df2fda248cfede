import { expect, test, type Page } from '@playwright/test';
import { expectSettled, expectStop, createTimedKeyboard, openStop } from '../support/page';

/** The transition from the SSO page to the callback shows a spinner for 1.5 s. No timer of it may act later. */
const SSO = 3;
const CALLBACK = 4;
const SPINNER = 'Verifying credentials & redirecting to Cognito...';
/** Longer than the spinner and the transition after it. Nothing happens then, so the tests have to wait. */
const AFTER_TRANSITION_MS = 2500;

declare global {
  interface Window {
    /** The page's state when the spinner was visible. */
    spinnerState?: string | undefined;
  }
}

/** Watches for the spinner inside the page: polled from outside, it may be missed on a busy machine. */
async function watchSpinner(page: Page): Promise<{ seen(): Promise<void> }> {
  await page.evaluate((text) => {
    const look = (): void => {
      const shown = [...document.querySelectorAll('.stage [role="status"]')].find((status) => status.textContent.includes(text));
      if (shown?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        window.spinnerState = document.documentElement.dataset['state'];
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, SPINNER);
  return { seen: () => expect.poll(() => page.evaluate(() => window.spinnerState)).toBe('playing') };
}

async function leaveSso(page: Page): Promise<Awaited<ReturnType<typeof createTimedKeyboard>>> {
  await openStop(page, SSO, { motion: true });
  const keys = await createTimedKeyboard(page);
  const spinner = await watchSpinner(page);
  await keys.press();
  await expectStop(page, CALLBACK);
  await spinner.seen();
  return keys;
}

test('the spinner shows over the page, then the next stop appears', async ({ page }) => {
  await leaveSso(page);
  await expectSettled(page, CALLBACK);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
  await expect(page.locator('.stage').getByText('Authorization Successful')).toBeVisible();
});

test('a click on the page’s button shows the spinner too', async ({ page }) => {
  await openStop(page, SSO, { motion: true });
  const spinner = await watchSpinner(page);
  await page.getByRole('button', { name: 'Verify & Continue', exact: true }).click();
  await spinner.seen();
  await expectSettled(page, CALLBACK);
});

test('previous cancels the transition for good', async ({ page }) => {
  const keys = await leaveSso(page);
  await keys.press('ArrowLeft', { after: 300 });
  await expectSettled(page, SSO);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
  await page.waitForTimeout(AFTER_TRANSITION_MS);
  await expectSettled(page, SSO);
});

test('next finishes the transition, once', async ({ page }) => {
  const keys = await leaveSso(page);
  await keys.press('ArrowRight', { after: 300 });
  await expectSettled(page, CALLBACK);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
  await page.waitForTimeout(AFTER_TRANSITION_MS);
  await expectSettled(page, CALLBACK);
});

test('two presses finish the transition and go on', async ({ page }) => {
  const keys = await leaveSso(page);
  await keys.press('ArrowRight', { after: 300 });
  await keys.press('ArrowRight', { after: 300 });
  await expectStop(page, CALLBACK + 1);
  await expectSettled(page, CALLBACK + 1);
});

test('a reload during the transition settles at its target', async ({ page }) => {
  await leaveSso(page);
  await page.reload();
  await expectSettled(page, CALLBACK);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
});

test('without motion there is no spinner', async ({ page }) => {
  await openStop(page, SSO);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, CALLBACK);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
});
