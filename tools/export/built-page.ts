import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../support/browser';

/** The built page in a browser of its own. */
export interface BuiltPage {
  readonly page: Page;
  /** Opens a file of dist/ with this query and hash, and waits until all of it stands. */
  open(address: string): Promise<void>;
}

/**
 * Runs `work` with the built page. The browser and the server are gone when this is over, however it ends; Ctrl+C ends
 * it as an error does. @throws when there is no build or no browser
 */
export async function withBuiltPage<T>(options: BrowserContextOptions, work: (built: BuiltPage) => Promise<T>): Promise<T> {
  if (!existsSync('dist/index.html') || !existsSync('dist/standalone.html')) throw new Error('There is no built page in dist/ yet. Build it first: npm run build');
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    return await inBrowser(options, work, interruption.signal);
  } catch (error) {
    // The browser hears Ctrl+C as well, and what it says of its end is of no use.
    throw interruption.signal.aborted ? new Error('Interrupted; nothing was written.') : error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function inBrowser<T>(options: BrowserContextOptions, work: (built: BuiltPage) => Promise<T>, signal: AbortSignal): Promise<T> {
  const { executablePath, env } = await findBrowser();
  const server = await preview({ preview: { port: 0 }, logLevel: 'error' });
  try {
    const browser = await chromium.launch({ executablePath, ...(env && { env }), handleSIGINT: false, handleSIGTERM: false });
    try {
      signal.throwIfAborted();
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', reject);
      });
      const page = await browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
      const open = async (address: string): Promise<void> => {
        await page.goto(new URL(address, server.resolvedUrls?.local[0]).href);
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
