import { expect, test } from '@playwright/test';
import { LAST_STOP, STOP_COUNT } from '../support/demoScript';
import { expectSettled, openStop } from '../support/page';

/** Browser, board and phone, which scrolls. */
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/**
 * What is drawn in a corner of a window, outside its rounding; and whether the window clips, which costs a picture of its
 * own at every move. Nothing yet while there is no such `moment`.
 */
const squares = (moment: string): string[] | undefined => {
  if (!document.querySelector(moment)) return undefined;
  return Array.from(document.querySelectorAll('main .window'), (window) => {
    const { left, top, right, bottom } = window.getBoundingClientRect();
    const corners: readonly [number, number][] = [
      [left + 1.5, top + 1.5],
      [right - 1.5, top + 1.5],
      [left + 1.5, bottom - 1.5],
      [right - 1.5, bottom - 1.5],
    ];
    const drawn = corners.flatMap(([x, y]) =>
      document.elementsFromPoint(x, y).filter((element) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(element);
        return element !== window && window.contains(element) && (backgroundImage !== 'none' || !/^rgba\(.*, 0\)$/u.test(backgroundColor));
      }),
    );
    return [
      ...drawn.map(({ className }) => className),
      ...(getComputedStyle(window).overflow === 'visible' ? [] : [`${window.className} clips`]),
    ];
  }).flat();
};

for (const size of SIZES) {
  test(`nothing stands out of a window's round corners at ${size.width}×${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await openStop(page);
    for (let stop = 0; stop < STOP_COUNT; stop += 1) {
      await expectSettled(page, stop);
      expect(await page.evaluate(squares, 'main'), `stop ${stop}`).toEqual([]);
      if (stop < LAST_STOP) await page.keyboard.press('ArrowRight');
    }
  });
}

test('nor while a page is being left', async ({ page }) => {
  await openStop(page, 3, { motion: true });
  // Looked for from inside, at every picture: on a slow machine the moment is over before a look from outside.
  const [seen] = await Promise.all([page.waitForFunction(squares, '.leaving'), page.keyboard.press('ArrowRight')]);
  expect(await seen.jsonValue()).toEqual([]);
});
