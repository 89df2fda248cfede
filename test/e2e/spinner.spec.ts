import { expect, test, type Page } from '@playwright/test';
import { expectSettled, expectStop, keysOf, openAt } from '../support/page';

/** The way from the SSO page to the callback shows a spinner for a second and a half; nothing of it may come late. */
const SSO = 3;
const CALLBACK = 4;
const SPINNER = 'Verifying credentials & redirecting to Cognito...';
/** Longer than the spinner and all that follows it. */
const LONG = 2500;

async function leaveSso(page: Page): Promise<Awaited<ReturnType<typeof keysOf>>> {
  await openAt(page, SSO, { motion: true });
  const keys = await keysOf(page);
  await keys.press();
  await expectStop(page, CALLBACK);
  await expect(page.getByText(SPINNER)).toBeVisible();
  return keys;
}

test('the spinner shows over the page, then the next stop', async ({ page }) => {
  await leaveSso(page);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'playing');
  await expectSettled(page, CALLBACK);
  await expect(page.getByText(SPINNER)).toHaveCount(0);
  await expect(page.locator('.stage').getByText('Authorization Successful')).toBeVisible();
});

test('the button and the pointer show it too', async ({ page }) => {
  await openAt(page, SSO, { motion: true });
  await page.getByRole('button', { name: 'Verify & Continue', exact: true }).click();
  await expect(page.getByText(SPINNER)).toBeVisible();
  await expectSettled(page, CALLBACK);
});

test('previous cancels it for good', async ({ page }) => {
  const keys = await leaveSso(page);
  await keys.press('ArrowLeft', { after: 300 });
  await expectSettled(page, SSO);
  await expect(page.getByText(SPINNER)).toHaveCount(0);
  await page.waitForTimeout(LONG);
  await expectSettled(page, SSO);
});

test('next finishes it, once', async ({ page }) => {
  const keys = await leaveSso(page);
  await keys.press('ArrowRight', { after: 300 });
  await expectSettled(page, CALLBACK);
  await expect(page.getByText(SPINNER)).toHaveCount(0);
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
  await expect(page.getByText(SPINNER)).toHaveCount(0);
});

test('without motion there is none', async ({ page }) => {
  await openAt(page, SSO);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, CALLBACK);
  await expect(page.getByText(SPINNER)).toHaveCount(0);
});
