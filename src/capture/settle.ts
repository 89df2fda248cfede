import type { Page } from 'playwright-core';
import type { ResponseRecorder } from './responseRecorder';

/** A page that asked for nothing for so long has what it shows. Milliseconds. */
const QUIET_MS = 500;
/** Longest time that moves are waited for. Milliseconds. */
const MOVES_MS = 2000;

/**
 * Waits until a page loads nothing more, its fonts are there and its moves have ended. Requests that come again and again do not count.
 * Returns the addresses that are still loaded after `limit` milliseconds; none if it settled.
 */
export async function settle(page: Page, recorder: ResponseRecorder, limit: number): Promise<readonly string[]> {
  await inCurrentPage(page, () => page.evaluate(loadLazyPictures));
  const end = Date.now() + limit;
  let loading = recorder.loading;
  while (Date.now() < end && (loading.length > 0 || Date.now() - recorder.lastChange < QUIET_MS)) {
    await page.waitForTimeout(50);
    loading = recorder.loading;
  }
  await inCurrentPage(page, () => page.evaluate(waitForMoves, MOVES_MS));
  await recorder.read();
  return loading;
}

/** Does something in a page; if it leads to another one meanwhile, does it there. */
async function inCurrentPage(page: Page, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!/context was destroyed|navigat/iu.test((error as Error).message)) throw error;
    await page.waitForLoadState();
    await work();
  }
}

/** Loads pictures outside of the window too: a scene may scroll to them. Runs in the page. */
function loadLazyPictures(): void {
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLImageElement && element.loading === 'lazy') element.loading = 'eager';
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
}

/** Waits until fonts are loaded and every animation that has an end has ended. Runs in the page. */
async function waitForMoves(limit: number): Promise<void> {
  const moves = document
    .getAnimations()
    .filter((each) => each.playState === 'running' && Number.isFinite(each.effect?.getComputedTiming().endTime));
  const ended = Promise.allSettled([document.fonts.ready, ...moves.map((each) => each.finished)]);
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, limit))]);
  // What was decided in this frame is drawn in the next.
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
