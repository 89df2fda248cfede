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

const INTERRUPTED = 'Interrupted; nothing was written.';

/**
 * Runs `work` with the built page. The browser and the server are gone when this is over, however it ends; Ctrl+C ends
 * it as an error does. @throws when there is no build or no browser
 */
export async function withBuiltPage<T>(options: BrowserContextOptions, work: (built: BuiltPage) => Promise<T>): Promise<T> {
  if (!existsSync('dist/index.html') || !existsSync('dist/standalone.html')) throw new Error('There is no built page in dist/ yet. Build it first: npm run build');
  const { executablePath, env } = await findBrowser();
  const server = await preview({ preview: { port: 0 }, logLevel: 'error' });
  let interrupt: () => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(new Error(INTERRUPTED));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  try {
    const browser = await chromium.launch({ executablePath, ...(env && { env }), handleSIGINT: false, handleSIGTERM: false });
    try {
      const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      const open = async (address: string): Promise<void> => {
        await page.goto(new URL(address, server.resolvedUrls?.local[0]).href);
        await page.waitForSelector('html[data-state="settled"]');
      };
      return await Promise.race([work({ page, open }), interrupted]);
    } finally {
      await browser.close();
    }
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
    await server.close();
  }
}
