import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { ROOT } from '../../src/build/page/root';
import type { FramePart, Measured, Sight } from '../../src/build/check/subject';
import { formatHash } from '../../src/core/location';
import type { Timeline } from '../../src/core/timeline';
import { smallestText } from '../../src/overlays/smallestText';
import { findBrowser, type Browser } from '../support/browser';
import { sightOf } from '../../test/support/visible';

/** The smallest projector one still meets. */
const SIZE = { width: 1280, height: 720 };

/** Builds the story in `folder` apart from dist/, and looks at every stop of it in a real browser. */
export async function measure(folder: string, timeline: Timeline): Promise<Measured> {
  let browser: Browser;
  try {
    browser = await findBrowser();
  } catch (error) {
    return { skipped: (error as Error).message };
  }
  const outDir = await mkdtemp(path.join(tmpdir(), 'understudy-check-'));
  try {
    await build(folder, outDir);
    return { sights: await look(browser, outDir, timeline), size: SIZE };
  } catch (error) {
    return { failed: reasonOf(error as Error & { readonly stderr?: string }) };
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Builds as `npm run build` does. In a process of its own: this one has React loaded already, the one for development. */
async function build(folder: string, outDir: string): Promise<void> {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, SCENES: path.resolve(folder), NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'], { cwd: ROOT, env });
}

/** What a failed build says, without the way through the bundler's own code. */
function reasonOf({ message, stderr = '' }: Error & { readonly stderr?: string }): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /u.test(line));
  return lines.length === 0 ? message : lines.join(' ');
}

async function look({ executablePath, env }: Browser, outDir: string, timeline: Timeline): Promise<readonly Sight[]> {
  const server = await preview({ configFile: false, root: ROOT, logLevel: 'silent', build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const chrome = await chromium.launch({ executablePath, ...(env && { env }) });
  try {
    const page = await chrome.newPage({ viewport: SIZE });
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?motion=off`);
    const sights: Sight[] = [];
    for (const { index } of timeline.stops) {
      await goTo(page, index, formatHash(timeline, index));
      const { faults } = await sightOf(page);
      sights.push({ faults, smallest: await page.locator('main.stage').evaluate(smallestText), wrapped: await page.evaluate(wrappedParts) });
    }
    return sights;
  } finally {
    await chrome.close();
    await server.close();
  }
}

/** Goes to a stop as somebody would who edits the address, and waits until everything there stands. */
async function goTo(page: Page, stop: number, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.waitForSelector(`html[data-stop="${stop}"][data-state="settled"]`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The texts around the stage that take more than one row. Runs in the page. */
function wrappedParts(): FramePart[] {
  const places = { topic: '.status__topic', hint: '.status__hint:not(.status__hint--end)', end: '.status__hint--end', footer: '.foot' };
  return (Object.keys(places) as FramePart[]).filter((part) => {
    const element = document.querySelector(places[part]);
    if (!element) return false;
    const range = document.createRange();
    range.selectNodeContents(element);
    const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top));
    return Math.max(...tops) - Math.min(...tops) > 4;
  });
}
