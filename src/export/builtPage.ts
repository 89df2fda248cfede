import process from 'node:process';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { withBrowser } from '../chromium/browser';
import { withBuild, withServer, type PageFile } from '../vite/withBuild';
import { showProgress } from '../project/progress';

export interface BuiltPage {
  readonly page: Page;
  /** Opens the page with this query and hash, and waits until it is settled. */
  open(address: string): Promise<void>;
  /** Shows what is being done now. */
  reportStep(text: string): void;
}

export interface PageOptions {
  readonly storyFolder: string;
  readonly file: PageFile;
  readonly context: BrowserContextOptions;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs `work` with the built page of a story. Closes browser and server afterwards, also after an error or
 * Ctrl+C. @throws when the story has problems or there is no browser
 */
export async function withBuiltPage<T>({ storyFolder, file, context }: PageOptions, work: (built: BuiltPage) => Promise<T>): Promise<T> {
  const progress = showProgress();
  const interruption = new AbortController();
  const { signal } = interruption;
  const interrupt = (): void => interruption.abort();
  const workInBrowser = (url: string): Promise<T> =>
    withBrowser(
      async (browser) => {
        signal.throwIfAborted();
        const aborted = new Promise<never>((_, reject) => {
          signal.addEventListener('abort', reject);
        });
        const page = await browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block', ...context });
        const open = async (address: string): Promise<void> => {
          await page.goto(new URL(`${file}${address}`, url).href);
          await page.waitForSelector('html[data-state="settled"]');
        };
        return Promise.race([work({ page, open, reportStep: progress.step }), aborted]);
      },
      { handleSIGINT: false, handleSIGTERM: false },
    );
  for (const name of SIGNALS) process.on(name, interrupt);
  try {
    return await withBuild(storyFolder, file, (dist) => withServer(dist, workInBrowser), progress.step);
  } catch (error) {
    // The browser receives Ctrl+C too, and closes: an error about that would not help.
    throw signal.aborted ? new Error('Interrupted; nothing was written.') : error;
  } finally {
    for (const name of SIGNALS) process.off(name, interrupt);
    progress.clear();
  }
}
