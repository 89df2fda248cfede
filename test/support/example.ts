import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Page } from '@playwright/test';

/** Origin under which {@link visitExample} serves a built example. */
const ORIGIN = 'https://example.test/';

/** Builds a story of examples/. Returns the output folder, which is not the dist/ of the other tests. */
export async function buildExample(name: string): Promise<string> {
  return buildStory(name, path.join('examples', name));
}

/** Builds the story in a folder, as a folder or as a page in one file. Returns the output folder, which has `name` in its own. */
export async function buildStory(name: string, storyFolder: string, mode: 'production' | 'standalone' = 'production'): Promise<string> {
  const folder = path.resolve('test-results', `dist-${name}-${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--outDir', folder, '--logLevel', 'error'],
    { encoding: 'utf8', env: { ...process.env, SCENES: storyFolder } },
  );
  if (status !== 0) throw new Error(stderr);
  return folder;
}

/** The folder each page is served from. */
const served = new WeakMap<Page, string>();

/** Opens a built example, whose files are read from disk for each request. */
export async function visitExample(page: Page, folder: string, urlPath: string): Promise<void> {
  await page.goto('about:blank');
  if (!served.has(page)) {
    await page.route(`${ORIGIN}**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = path.join(served.get(page) ?? folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      // The page may have been left.
      await route.fulfill({ path: file }).catch(() => {});
    });
  }
  served.set(page, folder);
  await page.goto(ORIGIN + urlPath);
}
