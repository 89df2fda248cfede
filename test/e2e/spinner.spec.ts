import { expect, test, type Page } from '@playwright/test';
import { expectSettled, expectStop, createTimedKeyboard, openStop } from '../support/page';

/** The way from the SSO page to the callback shows a spinner for a second and a half; nothing of it may come late. */
const SSO = 3;
const CALLBACK = 4;
const SPINNER = 'Verifying credentials & redirecting to Cognito...';
/** Longer than the spinner and all that follows it. */
const LONG = 2500;

declare global {
  interface Window {
    /** The page's state when the spinner's words were seen. */
    spun?: string | undefined;
  }
}

/** Looks out for the spinner from inside the page: a busy machine may let all of it pass between two looks from outside. */
async function watchSpinner(page: Page): Promise<{ seen(): Promise<void> }> {
  await page.evaluate((words) => {
    const look = (): void => {
      const shown = [...document.querySelectorAll('.stage [role="status"]')].find((status) => status.textContent.includes(words));
      if (shown?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        window.spun = document.documentElement.dataset['state'];
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, SPINNER);
  return { seen: () => expect.poll(() => page.evaluate(() => window.spun)).toBe('playing') };
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

test('the spinner shows over the page, then the next stop', async ({ page }) => {
  await leaveSso(page);
  await expectSettled(page, CALLBACK);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
  await expect(page.locator('.stage').getByText('Authorization Successful')).toBeVisible();
});

test('the button and the pointer show it too', async ({ page }) => {
  await openStop(page, SSO, { motion: true });
  const spinner = await watchSpinner(page);
  await page.getByRole('button', { name: 'Verify & Continue', exact: true }).click();
  await spinner.seen();
  await expectSettled(page, CALLBACK);
});

test('previous cancels it for good', async ({ page }) => {
  const keys = await leaveSso(page);
  await keys.press('ArrowLeft', { after: 300 });
  await expectSettled(page, SSO);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
  await page.waitForTimeout(LONG);
  await expectSettled(page, SSO);
});

test('next finishes it, once', async ({ page }) => {
  const keys = await leaveSso(page);
  await keys.press('ArrowRight', { after: 300 });
  await expectSettled(page, CALLBACK);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
  await page.waitForTimeout(LONG);
  await expectSettled(page, CALLBACK);
});

test('next twice finishes it and goes on', async ({ page }) => {
  const keys = await leaveSso(page);
  await keys.press('ArrowRight', { after: 300 });
  await keys.press('ArrowRight', { after: 300 });
  await expectStop(page, CALLBACK + 1);
  await expectSettled(page, CALLBACK + 1);
});

test('a reload on the way stands where it led', async ({ page }) => {
  await leaveSso(page);
  await page.reload();
  await expectSettled(page, CALLBACK);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
});

test('without motion there is none', async ({ page }) => {
  await openStop(page, SSO);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, CALLBACK);
  await expect(page.locator('.stage').getByText(SPINNER)).toHaveCount(0);
});
