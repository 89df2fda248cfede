import type { Page } from 'playwright-core';
import type { StatusOrFooterText, LayoutMeasurement, StopLayout } from './checkInput';
import type { Progress } from '../project/progress';
import { formatHash } from '../core/stopHash';
import type { Timeline } from '../core/timeline';
import { focusOf, type FocusTarget } from '../core/focus';
import { findFocus } from '../pointing/findFocus';
import { findSmallestText } from '../overlays/findSmallestText';
import { findBrowser, withBrowser } from '../chromium/browser';
import { goToStop } from '../chromium/goToStop';
import { withBuild, withServer } from '../vite/withBuild';
import { visibleTextOf } from './visibleText';

/** The smallest common resolution of projectors. */
const VIEWPORT = { width: 1280, height: 720 };

/** Measures every stop of the story in `folder` in a real browser (ADR 032). */
export async function measureLayout(folder: string, timeline: Timeline, progress: Progress): Promise<LayoutMeasurement> {
  try {
    await findBrowser();
  } catch (error) {
    return { skipped: (error as Error).message };
  }
  try {
    return {
      stops: await withBuild(folder, 'index.html', (dist) => measureStops(dist, timeline, progress), progress.step),
      viewport: VIEWPORT,
    };
  } catch (error) {
    return { failed: (error as Error).message };
  }
}

function measureStops(dist: string, timeline: Timeline, progress: Progress): Promise<readonly StopLayout[]> {
  return withServer(dist, (url) =>
    withBrowser(async (browser) => {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.goto(`${url}?motion=off`);
      const layouts: StopLayout[] = [];
      for (const { index, source } of timeline.stops) {
        progress.step(`Measuring stop ${index + 1} of ${timeline.stops.length}`);
        await goToStop(page, index, formatHash(timeline, index));
        layouts.push({
          problems: (await visibleTextOf(page)).problems,
          smallestText: await page.locator('main.stage').evaluate(findSmallestText),
          wrappedTexts: await page.evaluate(findWrappedTexts),
          focus: await measureFocus(page, focusOf(source)),
          pictures: await page.locator('main.stage').evaluate(findPictures),
        });
      }
      return layouts;
    }),
  );
}

async function measureFocus(page: Page, target: FocusTarget | undefined): Promise<StopLayout['focus']> {
  if (!target) return undefined;
  const { areas, texts } = await page.locator('main.stage').evaluate(findFocus, target);
  return { count: areas.length, texts };
}

/** Returns the pictures that are shown in `stage` and their widths. Runs in the page. */
function findPictures(stage: Element): { address: string; width: number }[] {
  return [...stage.querySelectorAll('img')].flatMap((image) => {
    const { width, height } = image.getBoundingClientRect();
    if (!image.checkVisibility({ visibilityProperty: true }) || width === 0 || image.naturalHeight === 0) return [];
    const ratio = image.naturalWidth / image.naturalHeight;
    const { objectFit } = getComputedStyle(image);
    const fitted = { contain: Math.min(width, height * ratio), cover: Math.max(width, height * ratio) }[objectFit] ?? width;
    return [{ address: image.getAttribute('src') ?? '', width: fitted }];
  });
}

/** Finds the texts around the stage that take more than one row. Runs in the page. */
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
