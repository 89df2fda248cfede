import type { BrowserContextOptions, Page } from 'playwright-core';
import { withBrowser } from '../chromium/browser';
import { waitForPage } from '../chromium/goToStop';
import { withBuild, withServer, type PageFile } from '../vite/withBuild';
import { withCleanup } from '../project/interruption';
import { showProgress } from '../project/progress';

export interface BuiltPage {
  readonly page: Page;
  /** Opens the page with this query and hash, and waits until it is settled. */
  open(address: string): Promise<void>;
  /** Shows the name of the current step. */
  reportStep(text: string): void;
}

export interface PageOptions {
  readonly storyFolder: string;
  readonly file: PageFile;
  readonly context: BrowserContextOptions;
  /** Arguments of the browser. */
  readonly args?: readonly string[];
}

/**
 * Runs `work` with the built page of a story. Closes browser and server afterwards.
 * @throws when the story has problems or there is no browser
 */
export async function withBuiltPage<T>(
  { storyFolder, file, context, args = [] }: PageOptions,
  work: (built: BuiltPage) => Promise<T>,
): Promise<T> {
  const progress = showProgress();
  const workInBrowser = (url: string): Promise<T> =>
    withBrowser(
      async (browser) => {
        const page = await browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block', ...context });
        const open = async (address: string): Promise<void> => {
          await page.goto(new URL(`${file}${address}`, url).href);
          await waitForPage(page);
        };
        return work({ page, open, reportStep: progress.step });
      },
      { args: [...args] },
    );
  return withCleanup(progress.clear, () => withBuild(storyFolder, file, (dist) => withServer(dist, workInBrowser), progress.step)).finally(
    progress.clear,
  );
}
