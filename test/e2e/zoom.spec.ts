import { expect, test, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { FONT_METRICS } from '../../src/terminal/grid';
import { createLineContinuityCheck } from '../support/screen';
import { openStop } from '../support/page';

/** Device pixels per CSS pixel, of browser zoom steps and scaled screens. */
const DENSITIES = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.33, 1.5, 1.75, 2, 2.25, 2.5, 3];
const SCREENS = [
  [1920, 1080],
  [1366, 768],
] as const;

/** Boxes of two vertical lines, the bar beside output and the side of a box, in CSS pixels, and the height of a row. */
interface Lines {
  readonly places: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  readonly fontSize: number;
  readonly row: number;
}

const linesOf = (page: Page): Promise<Lines> =>
  page.locator('.xterm-rows').evaluate(async (rows, advance) => {
    // As painted: see terminalRows().
    await new Promise<void>((resolve) => requestAnimationFrame(() => void scheduler.postTask(resolve, { priority: 'user-blocking' })));
    const fontSize = Number.parseFloat(getComputedStyle(rows).fontSize);
    const marked = [...rows.children].filter((each) => each.textContent.startsWith('▎'));
    const boxed = marked.filter((each) => each.textContent.startsWith('▎ │'));
    const place = (group: readonly Element[], cell: number) => {
      const [from, to] = [group[0]!.getBoundingClientRect(), group.at(-1)!.getBoundingClientRect()];
      const width = fontSize * advance;
      return { x: from.x + cell * width, y: from.y + from.height / 4, width, height: to.y + to.height / 2 - from.y };
    };
    return { places: [place(marked, 0), place(boxed.slice(-2), 2)], fontSize, row: boxed[0]!.getBoundingClientRect().height };
  }, FONT_METRICS.advance);

let session: CDPSession;
let measureContinuity: (screenshot: string) => Promise<number>;

/** Sets the window's size in CSS pixels and the screen's density. */
async function setScreen(width: number, height: number, density: number): Promise<void> {
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(width),
    height: Math.round(height),
    deviceScaleFactor: density,
    mobile: false,
  });
}

async function start(page: Page, context: BrowserContext): Promise<void> {
  session = await context.newCDPSession(page);
  await openStop(page, 6);
  measureContinuity = await createLineContinuityCheck(context);
}

/** Returns the continuity of the lines on the screen, from 0 to 1. */
async function lineContinuity(page: Page): Promise<number> {
  const continuities: number[] = [];
  for (const place of (await linesOf(page)).places) {
    const { data } = await session.send('Page.captureScreenshot', { clip: { ...place, scale: 1 } });
    continuities.push(await measureContinuity(data));
  }
  return Math.min(...continuities);
}

test('vertical lines have no gaps at any zoom from 50 to 300 %', async ({ page, context }) => {
  await start(page, context);
  for (const [width, height] of SCREENS) {
    for (const density of DENSITIES) {
      await setScreen(width / density, height / density, density);
      await expect.poll(() => lineContinuity(page), `${width}×${height} at ${density * 100} %`).toBeGreaterThan(0.75);
    }
  }
});

test('a window moved to a screen of another density looks like one opened there', async ({ page, context }) => {
  await start(page, context);
  await setScreen(1280, 720, 1.5);
  const measured = async (): Promise<Omit<Lines, 'places'>> => {
    const { fontSize, row } = await linesOf(page);
    return { fontSize, row };
  };
  const moved = [];
  for (const density of [1.75, 1, 1.1]) {
    await setScreen(1280, 720, density);
    await expect
      .poll(async () => Math.abs((((await measured()).row * density + 0.5) % 1) - 0.5), `whole pixels at ${density}`)
      .toBeLessThan(0.05);
    expect(await lineContinuity(page)).toBeGreaterThan(0.75);
    moved.push(await measured());
  }
  const opened = [];
  for (const density of [1.75, 1, 1.1]) {
    await setScreen(1280, 720, density);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
    opened.push(await measured());
  }
  expect(moved).toEqual(opened);
});
