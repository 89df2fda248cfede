import { expect, test, type Page } from '@playwright/test';
import { expectInOrder, openAt } from '../support/page';
import { STOPS, WORDS } from '../support/script';
import { sightOf, type Sight } from '../support/visible';

/** Phones in portrait may need scrolling, which a cue must offer; rooms have no hand to scroll with. */
const SCREENS = [
  { width: 1920, height: 1080, scrolls: false },
  { width: 1280, height: 720, scrolls: false },
  { width: 1024, height: 768, scrolls: false },
  { width: 390, height: 844, scrolls: true },
];

for (const { width, height, scrolls } of SCREENS) {
  test.describe(`${width}×${height}`, () => {
    test.use({ viewport: { width, height } });
    for (let stop = 0; stop < STOPS; stop += 1) {
      test(`stop ${stop}: all it brings can be read`, async ({ page }) => {
        await openAt(page, stop);
        const first = await sightOf(page);
        const words = await wordsAt(page, stop);
        if (!scrolls || first.faults.length === 0) {
          expect(first.faults).toEqual([]);
          expectInOrder(first.text, words);
          return;
        }
        expect(first.cue, `a scroll cue, since these are out of sight: ${first.faults.join(', ')}`).toBe(true);
        const seen = await scrollThrough(page);
        for (const word of words) expect(seen, 'words seen on the way').toContain(word.replaceAll(/\s/gu, ''));
      });
    }
  });
}

/** The words a stop brings; the window's title is above them when the terminal or its board is what shows. */
async function wordsAt(page: Page, stop: number): Promise<readonly string[]> {
  const title = 'Terminal — ai coding agent — ~/project';
  const isPage = (await page.locator('.window--browser').count()) > 0;
  const own = WORDS[stop]!.filter((word) => word !== title);
  // The board keeps the old way in sight beside the new.
  if (stop === STOPS - 1) return [title, ...WORDS[stop - 1]!, ...own];
  return isPage ? own : [title, ...own];
}

/** Scrolls what scrolls all the way up, then down, as a wheel would, and gathers what comes into view. */
async function scrollThrough(page: Page): Promise<string> {
  const { width, height } = page.viewportSize()!;
  await page.mouse.move(width / 2, height / 2);
  let seen = '';
  for (const direction of [-1, 1]) {
    let before: Sight | undefined;
    for (let turn = 0; turn < 40; turn += 1) {
      const sight = await sightOf(page);
      if (sight.text === before?.text && sight.faults.join() === before.faults.join()) break;
      before = sight;
      seen += sight.text.replaceAll(/[\s▎│╭╮╰╯─]/gu, '');
      await page.mouse.wheel(0, (direction * height) / 4);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
  }
  return seen;
}
