import process from 'node:process';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { withBrowser } from '../chromium/browser';
import { requestedFolder, withBuild, withServer, type PageFile } from '../vite/withBuild';
import type { Progress } from './progress';

export interface BuiltPage {
  readonly page: Page;
  /** Opens the page with this query and hash, and waits until it is settled. */
  open(address: string): Promise<void>;
}

export interface PageOptions {
  readonly file: PageFile;
  readonly context: BrowserContextOptions;
  readonly progress: Progress;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs `work` with the built page of the story that SCENES names. Closes browser and server afterwards, also after an error or
 * Ctrl+C. @throws when the story has problems or there is no browser
 */
export async function withBuiltPage<T>(options: PageOptions, work: (built: BuiltPage) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    return await withBuild(
      requestedFolder(),
      options.file,
      (dist) => openInBrowser(dist, options, work, interruption.signal),
      options.progress.step,
    );
  } catch (error) {
    // The browser receives Ctrl+C too; the error about its end is of no use.
    throw interruption.signal.aborted ? new Error('Interrupted; nothing was written.') : error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

function openInBrowser<T>(
  dist: string,
  { file, context }: PageOptions,
  work: (built: BuiltPage) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  return withServer(dist, (url) =>
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
        return Promise.race([work({ page, open }), aborted]);
      },
      { handleSIGINT: false, handleSIGTERM: false },
    ),
  );
}
