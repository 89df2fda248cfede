import { chromium, type Page } from '@playwright/test';
import type { StatusOrFooterText, LayoutMeasurement, StopLayout } from './checkInput';
import { formatHash } from '../core/stopHash';
import type { Timeline } from '../core/timeline';
import { findSmallestText } from '../overlays/findSmallestText';
import { findBrowser, type BrowserExecutable } from '../chromium/browser';
import { serveBuild, withBuild } from '../vite/withBuild';
import { visibleTextOf } from './visibleText';

/** The smallest projector one still meets. */
const VIEWPORT = { width: 1280, height: 720 };

/** Looks at every stop of the story in `folder` in a real browser. */
export async function measureLayout(folder: string, timeline: Timeline): Promise<LayoutMeasurement> {
  let browser: BrowserExecutable;
  try {
    browser = await findBrowser();
  } catch (error) {
    return { skipped: (error as Error).message };
  }
  try {
    return { sights: await withBuild(folder, 'index.html', (dist) => measureStops(browser, dist, timeline)), size: VIEWPORT };
  } catch (error) {
    return { failed: (error as Error).message };
  }
}

async function measureStops({ executablePath, env }: BrowserExecutable, dist: string, timeline: Timeline): Promise<readonly StopLayout[]> {
  const server = await serveBuild(dist);
  const chrome = await chromium.launch({ executablePath, ...(env && { env }) });
  try {
    const page = await chrome.newPage({ viewport: VIEWPORT });
    await page.goto(`${server.url}?motion=off`);
    const layouts: StopLayout[] = [];
    for (const { index } of timeline.stops) {
      await goTo(page, index, formatHash(timeline, index));
      const { faults } = await visibleTextOf(page);
      layouts.push({
        faults,
        smallest: await page.locator('main.stage').evaluate(findSmallestText),
        wrapped: await page.evaluate(findWrappedTexts),
      });
    }
    return layouts;
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
function findWrappedTexts(): StatusOrFooterText[] {
  const places = { topic: '.status__topic', hint: '.status__hint:not(.status__hint--end)', end: '.status__hint--end', footer: '.foot' };
  return (Object.keys(places) as StatusOrFooterText[]).filter((part) => {
    const element = document.querySelector(places[part]);
    if (!element) return false;
    const range = document.createRange();
    range.selectNodeContents(element);
    const tops = [...range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map(({ top }) => Math.round(top))
      .toSorted((a, b) => a - b);
    return tops.at(-1)! - tops[0]! > 4;
  });
}
