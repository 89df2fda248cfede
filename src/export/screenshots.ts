import type { Page } from 'playwright-core';
import { goToStop } from '../chromium/goToStop';
import { formatHash } from '../core/stopHash';
import type { Stop } from '../core/timeline';
import type { BuiltPage } from './builtPage';
import type { Size } from './options';
import type { SelectedStops } from './selection';

export interface ScreenshotOptions {
  readonly theme: 'light' | 'dark';
  /** In pixels of the page. */
  readonly size: Size;
  /** Pixels of the picture for each of the page. */
  readonly dpr: number;
  /** Shows what matters at each stop that names it. */
  readonly focus?: boolean;
}

/** Writes a PNG file of each selected stop, settled and as the audience sees it, where `fileOf` says. */
export async function screenshotStops(
  { page, open, reportStep }: BuiltPage,
  { timeline, stops, query }: Pick<SelectedStops, 'timeline' | 'stops' | 'query'>,
  { theme, focus = false }: Pick<ScreenshotOptions, 'theme' | 'focus'>,
  fileOf: (stop: Stop) => string,
): Promise<void> {
  await open(query.size === 0 ? '' : `?${query}`);
  // The page starts dark. The key changes the theme of the page and of the terminal.
  if (theme === 'light') await page.keyboard.press('d');
  for (const [done, stop] of stops.entries()) {
    reportStep(`${done + 1}/${stops.length} ${stop.scene.id} ${stop.step}`);
    await goToStop(page, stop.index, formatHash(timeline, stop.index));
    if (focus) await showFocus(page);
    await page.screenshot({ path: fileOf(stop), style: '.controls { display: none }' });
  }
}

/** Brings out what the stop names, if it names something, as the key of the presenter does. */
async function showFocus(page: Page): Promise<void> {
  await page.locator('.pointing').waitFor({ state: 'attached' });
  await page.keyboard.press('y');
  // The stage finds it in the frame after the next.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
}
