import { expect, test, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe';
import { STOP_COUNT } from '../support/demoScript';
import { expectStop } from '../support/page';
import { openBoth } from '../support/speakerWindow';

test('no style of the speaker window changes the previews of the stage', async ({ page }) => {
  const speaker = await openBoth(page);
  for (let stop = 0; stop < STOP_COUNT; stop += 1) {
    await speaker.keyboard.press(stop === 0 ? 'Home' : 'ArrowRight');
    await expectStop(speaker, stop);
    const moved = await speaker.evaluate(() => {
      const boxes = (thumbnail: Element): number[][] => {
        const origin = thumbnail.getBoundingClientRect();
        return [...thumbnail.querySelectorAll('*')].map((element) => {
          const box = element.getBoundingClientRect();
          // An element without a box of its own (`display: contents`) has no place.
          return box.width === 0 && box.height === 0 ? [0, 0, 0, 0] : [box.left - origin.left, box.top - origin.top, box.width, box.height];
        });
      };
      return [...document.querySelectorAll('.stop-thumbnail')].flatMap((thumbnail) => {
        const alone = document.createElement('div');
        alone.style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${thumbnail.getBoundingClientRect().width}px`;
        const copy = thumbnail.cloneNode(true) as Element;
        alone.append(copy);
        document.body.append(alone);
        const [here, there] = [boxes(thumbnail), boxes(copy)];
        const names = [...thumbnail.querySelectorAll('*')].map((element) => element.className);
        alone.remove();
        return names.filter((_, index) => here[index]!.some((value, side) => Math.abs(value - there[index]![side]!) > 1));
      });
    });
    expect(moved, `at stop ${stop}`).toEqual([]);
  }
});

const SCREENS = [
  { name: 'a laptop', width: 1366, height: 768, landscape: true },
  { name: 'a laptop with the browser’s bars', width: 1366, height: 640, landscape: true },
  { name: 'an old projector', width: 1024, height: 768, landscape: true },
  { name: 'a large screen', width: 1920, height: 1080, landscape: true },
  { name: 'a phone', width: 390, height: 844, landscape: false },
  { name: 'a laptop at 200 %', width: 683, height: 384, landscape: false },
];

for (const { name, width, height, landscape } of SCREENS) {
  test(`on ${name} nothing is cut off, and the notes of every stop can be read`, async ({ page }) => {
    const speaker = await openBoth(page);
    await speaker.setViewportSize({ width, height });
    for (let stop = 0; stop < STOP_COUNT; stop += 1) {
      await speaker.keyboard.press(stop === 0 ? 'Home' : 'ArrowRight');
      await expectStop(speaker, stop);
      const over = await speaker.evaluate(() => {
        const wide = [...document.querySelectorAll('.speaker, .speaker *:not(.stop-thumbnail *)')].filter((element) => {
          const { overflowX, textOverflow } = getComputedStyle(element);
          return (
            element.clientWidth > 0 &&
            overflowX !== 'hidden' &&
            textOverflow !== 'ellipsis' &&
            element.scrollWidth > element.clientWidth + 1
          );
        });
        const layout = document.querySelector('.speaker')!;
        const notes = document.querySelector('.speaker-notes')!;
        const text = document.querySelector('.speaker-next__text')!;
        return {
          wide: wide.map((element) => element.className),
          page: layout.scrollHeight - layout.clientHeight,
          notes: notes.scrollHeight - notes.clientHeight,
          text: text.scrollHeight - text.clientHeight,
        };
      });
      expect(over.wide, `at stop ${stop}`).toEqual([]);
      expect(over.text, `at stop ${stop}`).toBeLessThanOrEqual(0);
      if (landscape) expect([over.page, over.notes], `at stop ${stop}`).toEqual([0, 0]);
    }
    const last = speaker.getByRole('button', { name: 'The new way' });
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await expect(speaker.getByRole('button', { name: /^Next/u })).toBeInViewport({ ratio: 1 });
  });
}

const STATES: Readonly<Record<string, (stage: Page, speaker: Page) => Promise<unknown>>> = {
  'as it opens': () => Promise.resolve(),
  'frozen elsewhere, in autoplay': async (_, speaker) => {
    for (const key of ['z', 'ArrowRight', 'a']) await speaker.keyboard.press(key);
    await expect(speaker.getByText('Frozen for the room')).toBeVisible();
  },
  'with a black screen, a number typed and the keys shown': async (_, speaker) => {
    for (const key of ['b', '?', '5']) await speaker.keyboard.press(key);
    await expect(speaker.getByText('The room sees black')).toBeVisible();
  },
  'behind its time': async (stage, speaker) => {
    await stage.evaluate(() => sessionStorage.setItem('understudy:/oauth-mcp-wrapper:startedAt', String(Date.now() - 3_600_000)));
    await stage.reload();
    await expect(speaker.getByText(/behind$/u)).toBeVisible();
  },
  alone: async (stage, speaker) => {
    await stage.close();
    await expect(speaker.getByRole('alert')).toBeVisible();
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing, dark or light, ${state}`, async ({ page }) => {
    const speaker = await openBoth(page, 6);
    await reach(page, speaker);
    expect(await axeViolations(speaker)).toEqual([]);
    await speaker.keyboard.press('d');
    await expect(speaker.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await axeViolations(speaker)).toEqual([]);
    await speaker.setViewportSize({ width: 390, height: 844 });
    expect(await axeViolations(speaker)).toEqual([]);
  });
}

test('a dropped stop far down the list does not make the window scroll', async ({ page }) => {
  const speaker = await openBoth(page);
  await speaker.setViewportSize({ width: 1024, height: 768 });
  const overflow = await speaker.evaluate(() => {
    // As the list shows a dropped stop; the demo has no optional ones.
    for (const label of document.querySelectorAll('.speaker-jump-list [data-jump-list-stop] > span'))
      label.append(Object.assign(document.createElement('span'), { className: 'sr-only', textContent: ' dropped' }));
    const layout = document.querySelector('.speaker')!;
    const list = document.querySelector('.speaker-jump-list')!;
    return [list.scrollHeight > list.clientHeight, layout.scrollHeight - layout.clientHeight];
  });
  expect(overflow).toEqual([true, 0]);
});
