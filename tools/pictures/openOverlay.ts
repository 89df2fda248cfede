import type { Page } from '@playwright/test';

/** Headless Chromium may snap letters to whole pixels; screens do not. */
export const SCREEN_FONT_ARGS = ['--font-render-hinting=none'];

/** Presses `key` and waits until the overlay or panel it opens is complete. */
export async function openOverlay(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('dialog').or(page.getByRole('complementary')).waitFor();
  await page.getByText('Fonts are loading').waitFor({ state: 'hidden' });
  await page.waitForLoadState('networkidle');
}
