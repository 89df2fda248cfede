import { expect, test, type Page } from '@playwright/test';
import { SCREENS } from '../support/screens';
import { layoutProblems } from '../support/drawnProblems';
import { jumpTo, openStop } from '../support/page';

/** Stops of the demo: a page, the terminal, and a board. */
const STOPS = { page: 3, terminal: 7, board: 11 };
/** The ends of the matrix: an old projector, a wide screen, and an upright phone. */
const SIZES = ['1024×768', '2560×1080', '390×844'];
const CORNERS = [
  [0.02, 0.02],
  [0.98, 0.98],
  [0.02, 0.98],
] as const;

for (const { width, height, ratio } of SCREENS.filter((each) => each.ratio === 1 && SIZES.includes(`${each.width}×${each.height}`))) {
  test.describe(`${width}×${height}`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: ratio });
    test('spotlight and zoom cut nothing off, and the place under the pointer stays there', async ({ page }) => {
      await openStop(page, STOPS.page);
      for (const [name, stop] of Object.entries(STOPS)) {
        if (stop !== STOPS.page) await jumpTo(page, stop);
        await expect(page.locator('.pointing')).toBeAttached();
        const bar = await barOf(page);
        await page.keyboard.press('u');
        const stage = (await page.locator('.pointing').boundingBox())!;
        await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2);
        await expect(page.locator('.pointing__spot')).toBeVisible();
        const diameter = 2 * (await spotRadius(page));
        expect.soft(diameter, `${name}: the lit disc`).toBeLessThanOrEqual(Math.min(stage.width, stage.height) / 2);
        expect.soft(diameter, `${name}: the lit disc`).toBeGreaterThan(Math.min(stage.width, stage.height) / 5);
        expect.soft(await barOf(page), `${name}: the status bar in the spotlight`).toEqual(bar);
        await page.keyboard.press('m');
        for (const [x, y] of CORNERS) {
          await page.mouse.move(stage.x + stage.width * x, stage.y + stage.height * y);
          // The place of the stage that is under the pointer, and all four edges at or beyond those of the layer.
          await expect.poll(() => zoomedPlace(page), `${name}: the place at ${x}, ${y}`).toEqual({ x, y, covers: true });
        }
        // Rows are measured on the screen, so they are larger than the font tells.
        const problems = (await layoutProblems(page)).filter((each) => !each.startsWith('rows of the terminal'));
        expect.soft(problems, `${name}, zoomed`).toEqual([]);
        expect.soft(await barOf(page), `${name}: the status bar, zoomed`).toEqual(bar);
        await page.keyboard.press('Escape');
      }
    });
  });
}

/** The box of the status bar, and whether its ends are in front of the stage. */
function barOf(page: Page): Promise<unknown> {
  return page.locator('.status-bar').evaluate((bar) => {
    const { left, right, top, bottom } = bar.getBoundingClientRect();
    const ends = [left + 4, right - 4].map((x) => {
      const found = document.elementsFromPoint(x, (top + bottom) / 2).find((each) => !each.closest('.pointing, .pointing-bar'));
      return found !== undefined && bar.contains(found);
    });
    return { left, right, top, bottom, ends };
  });
}

function spotRadius(page: Page): Promise<number> {
  return page.locator('.pointing__spot').evaluate((spot) => {
    const probe = document.createElement('i');
    probe.style.cssText = 'position: absolute; width: var(--spot-radius)';
    spot.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width;
  });
}

/** The place of the zoomed stage that is under the pointer, as fractions, and whether the stage covers its layer. */
function zoomedPlace(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const layer = document.querySelector<HTMLElement>('.pointing')!;
    const [frame, stage] = [layer, document.querySelector('.stage')!].map((each) => each.getBoundingClientRect()) as [DOMRect, DOMRect];
    const [x, y] = ['--x', '--y'].map((name) => Number(layer.style.getPropertyValue(name))) as [number, number];
    const round = (value: number): number => Math.round(value * 100) / 100;
    const covers =
      stage.width > frame.width * 1.9 &&
      stage.left <= frame.left + 1 &&
      stage.top <= frame.top + 1 &&
      stage.right >= frame.right - 1 &&
      stage.bottom >= frame.bottom - 1;
    return {
      x: round((frame.left + x * frame.width - stage.left) / stage.width),
      y: round((frame.top + y * frame.height - stage.top) / stage.height),
      covers,
    };
  });
}
