import { expect, test } from '@playwright/test';
import { jumpTo, openStop } from '../support/page';
import { STOP_COUNT } from '../support/demoScript';
import { terminalRows } from '../support/screen';
import { visibleTextOf } from '../../src/check/visibleText';

/** Rooms and what their machines make of a pixel. Phones may scroll; `visible.spec.ts` reads every word on the first four. */
const ROOMS = [
  [1366, 768, 1],
  [1500, 768, 1],
  [1920, 1080, 1.5],
  [2560, 1080, 1],
  [3840, 2160, 1],
  [960, 540, 2],
  [1024, 768, 2],
] as const;

for (const [width, height, deviceScaleFactor] of ROOMS) {
  test.describe(`${width}×${height} at ${deviceScaleFactor}`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor });
    test('nothing a stop brings is cut off or covered', async ({ page }) => {
      await openStop(page, 0);
      for (let stop = 0; stop < STOP_COUNT; stop += 1) {
        await jumpTo(page, stop);
        const { faults, cue } = await visibleTextOf(page);
        expect.soft(faults, `at stop ${stop}`).toEqual([]);
        expect.soft(cue, `a scroll cue at stop ${stop}`).toBe(false);
      }
    });
  });
}

test('terminal lines wrap at the same words on every landscape screen from 1024 on', async ({ browser }) => {
  const wraps = await Promise.all(
    [
      [1024, 768, 1],
      [1366, 768, 1.5],
      [1920, 1080, 1],
      [2560, 1080, 2],
      [3840, 2160, 1],
    ].map(async ([width = 0, height = 0, deviceScaleFactor = 1]) => {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor });
      const page = await context.newPage();
      await openStop(page, 8);
      const rows = await terminalRows(page);
      await context.close();
      return rows
        .map((row) => row.trimEnd())
        .filter((row) => row !== '')
        .slice(-14);
    }),
  );
  for (const rows of wraps) expect(rows).toEqual(wraps[0]);
});

test.describe('a phone on its side', () => {
  test.use({ viewport: { width: 844, height: 390 } });
  test('may need scrolling, and says so', async ({ page }) => {
    await openStop(page, 0);
    for (let stop = 0; stop < STOP_COUNT; stop += 1) {
      await jumpTo(page, stop);
      const { faults, cue } = await visibleTextOf(page);
      if (faults.length > 0) expect.soft(cue, `a scroll cue at stop ${stop}: ${faults.join('; ')}`).toBe(true);
    }
  });
});
