import process from 'node:process';
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { findBrowser } from '../chromium/browser';
import { requestedFolder, serveBuild, withBuild, type PageFile } from '../vite/withBuild';
import type { Progress } from './progress';

/** The built page in a browser of its own. */
export interface BuiltPage {
  readonly page: Page;
  /** Opens the page with this query and hash, and waits until all of it stands. */
  open(address: string): Promise<void>;
}

/** Which of the built pages, how the browser shows it, and where a build is reported. */
export interface PageOptions {
  readonly file: PageFile;
  readonly context: BrowserContextOptions;
  readonly progress: Progress;
}

/**
 * Runs `work` with the built page of the story that SCENES asks for, as its files are now. The browser and the server are gone when this is over, however it ends; Ctrl+C ends
 * it as an error does. @throws when the story has faults, or there is no browser
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
    // The browser hears Ctrl+C as well, and what it says of its end is of no use.
    throw interruption.signal.aborted ? new Error('Interrupted; nothing was written.') : error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function openInBrowser<T>(
  dist: string,
  { file, context }: PageOptions,
  work: (built: BuiltPage) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const { executablePath, env } = await findBrowser();
  const server = await serveBuild(dist);
  try {
    const browser = await chromium.launch({ executablePath, ...(env && { env }), handleSIGINT: false, handleSIGTERM: false });
    try {
      signal.throwIfAborted();
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', reject);
      });
      const page = await browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block', ...context });
      const open = async (address: string): Promise<void> => {
        await page.goto(new URL(`${file}${address}`, server.url).href);
        await page.waitForSelector('html[data-state="settled"]');
      };
      return await Promise.race([work({ page, open }), aborted]);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}
