import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expectSettled, expectStop, createTimedKeyboard, openStop, currentStop } from '../support/page';
import { STOP_HASHES, LAST_STOP, STOP_COUNT, TITLE } from '../support/demoScript';

/** Opens a speaker window from `stage`, as the presenter does. */
async function speakerOf(stage: Page): Promise<Page> {
  const [speaker] = await Promise.all([stage.context().waitForEvent('page'), stage.keyboard.press('s')]);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  return speaker;
}

/** A stage and its speaker window, both at `stop`. */
async function openBoth(page: Page, stop = 0, options: { motion?: boolean; path?: string } = {}): Promise<Page> {
  await openStop(page, stop, options);
  const speaker = await speakerOf(page);
  await expectStop(speaker, stop);
  return speaker;
}

async function expectBoth(stage: Page, speaker: Page, stop: number): Promise<void> {
  await expectStop(stage, stop);
  await expectStop(speaker, stop);
}

/** Waits so long that the stage would have moved if anything had told it to. */
async function stays(stage: Page, stop: number): Promise<void> {
  await stage.waitForTimeout(400);
  expect(await currentStop(stage)).toBe(stop);
}

test.describe('either window drives', () => {
  test('s opens a tab that follows, and drives', async ({ page }) => {
    const speaker = await openBoth(page, 4);
    await expect(speaker).toHaveTitle(`Speaker — ${TITLE}`);
    await expect(speaker.getByText('Stop 4.1 · 5 of 12')).toBeVisible();
    await speaker.keyboard.press('ArrowRight');
    await expectBoth(page, speaker, 5);
    expect(new URL(page.url()).hash).toBe(STOP_HASHES[5]);
    await page.keyboard.press('End');
    await expectBoth(page, speaker, LAST_STOP);
    await expect(speaker.getByText('Nothing: this is the last stop')).toBeVisible();
    await speaker.keyboard.press('ArrowRight');
    await speaker.keyboard.press('PageUp');
    await expectBoth(page, speaker, LAST_STOP - 1);
  });

  test('a press while the stage types finishes it; the one after goes on', async ({ page }) => {
    const speaker = await openBoth(page, 5, { motion: true });
    await speaker.keyboard.press('ArrowRight');
    await expect(speaker.locator('html')).toHaveAttribute('data-state', 'playing');
    await expect(speaker.getByText('Finishes the typing')).toBeVisible();
    await page.waitForTimeout(300);
    await speaker.keyboard.press('ArrowRight');
    await expectSettled(page, 6);
    await page.waitForTimeout(300);
    await speaker.keyboard.press('ArrowRight');
    await expectBoth(page, speaker, 7);
  });

  for (const gap of [0, 30, 60, 100]) {
    test(`11 and 40 presses ${gap} ms apart count, each of them`, async ({ page }) => {
      const speaker = await openBoth(page, 0, { motion: true });
      const keys = await createTimedKeyboard(speaker);
      for (const [count, target] of [
        [11, 11],
        [40, 11],
      ] as const) {
        await speaker.keyboard.press('Home');
        await expectBoth(page, speaker, 0);
        await page.waitForTimeout(300);
        const sent: Promise<void>[] = [];
        for (let index = 0; index < count; index += 1) {
          sent.push(keys.press('ArrowRight', index === 0 ? {} : { after: gap }));
          if (gap > 0) await speaker.waitForTimeout(gap);
        }
        await Promise.all(sent);
        await expectSettled(page, target);
      }
    });
  }

  test('a click on a button does not take the next key', async ({ page }) => {
    const speaker = await openBoth(page, 4);
    await speaker.getByRole('button', { name: /^Light/u }).click();
    await expect(speaker.locator('html')).toHaveAttribute('data-theme', 'light');
    await speaker.keyboard.press('Enter');
    await expectBoth(page, speaker, 5);
    await expect(speaker.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await speaker.getByRole('button', { name: /^Next/u }).click();
    await speaker.getByRole('button', { name: 'The old way' }).click();
    await expectBoth(page, speaker, 10);
    await speaker.keyboard.press('Space');
    await expectBoth(page, speaker, 11);
  });

  test('numbers and the list of stops jump', async ({ page }) => {
    const speaker = await openBoth(page);
    for (const key of ['5', '.', '3', 'Enter']) await speaker.keyboard.press(key);
    await expectBoth(page, speaker, 7);
    await speaker.keyboard.press('g');
    await speaker.keyboard.press('ArrowUp');
    await speaker.keyboard.press('Enter');
    await expectBoth(page, speaker, 6);
    await speaker.keyboard.press('ArrowDown');
    await expectBoth(page, speaker, 7);
  });
});

test.describe('nobody is moved', () => {
  test('by a speaker window that opens late, is reloaded, or goes', async ({ page, context }) => {
    const speaker = await openBoth(page, 6);
    const history = await page.evaluate(() => window.history.length);
    await speaker.reload();
    await expectStop(speaker, 6);
    const late = await context.newPage();
    await late.goto(speaker.url().replace(/#.*/u, ''));
    await expectStop(late, 6);
    await speaker.close();
    await late.close();
    await stays(page, 6);
    expect(await page.evaluate(() => window.history.length)).toBe(history);
  });

  test('by another talk, or another copy of the page', async ({ page, context }) => {
    const speaker = await openBoth(page, 3);
    const second = await context.newPage();
    const secondSpeaker = await openBoth(second, 6);
    const copy = await context.newPage();
    const copySpeaker = await openBoth(copy, 8, { path: './talks/2026/demo/' });
    await secondSpeaker.keyboard.press('ArrowRight');
    await expectBoth(second, secondSpeaker, 7);
    await copySpeaker.keyboard.press('ArrowRight');
    await expectBoth(copy, copySpeaker, 9);
    await stays(page, 3);
    await expectStop(speaker, 3);
  });

  test('by a reload of the stage: it stays, and the speaker window follows on', async ({ page }) => {
    const speaker = await openBoth(page, 6);
    await page.reload();
    await expectSettled(page, 6);
    await speaker.keyboard.press('ArrowRight');
    await expectBoth(page, speaker, 7);
  });
});

test('a duplicated stage neither leads nor obeys, says so, and can take the lead', async ({ page, context }) => {
  const speaker = await openBoth(page, 3);
  // As by the browser's own command: the tab's storage is copied.
  const [duplicate] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open(location.href))]);
  const offerIn = (stage: Page) => stage.getByRole('button', { name: 'Another tab leads: lead from here' });
  await expect(offerIn(duplicate)).toBeVisible();
  await duplicate.keyboard.press('End');
  await expectSettled(duplicate, LAST_STOP);
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 4);
  expect(await currentStop(duplicate)).toBe(LAST_STOP);
  await duplicate.keyboard.press('c');
  await expect(duplicate.getByText('Another tab leads this talk')).toBeVisible();
  await duplicate.keyboard.press('Escape');

  await page.reload();
  await expectSettled(page, 4);
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 5);
  await expect(offerIn(page)).toHaveCount(0);

  await offerIn(duplicate).press('Enter');
  await expectStop(speaker, LAST_STOP);
  await expect(offerIn(duplicate)).toHaveCount(0);
  await expect(offerIn(page)).toBeVisible();
  await speaker.keyboard.press('ArrowLeft');
  await expectBoth(duplicate, speaker, LAST_STOP - 1);
  await expectSettled(page, 5);

  await duplicate.close();
  await expect(offerIn(page)).toHaveCount(0);
  await expectStop(speaker, 5);
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 6);
});

test.describe('the room', () => {
  test('sees black while the speaker still sees the stage; the next press brings it back', async ({ page }) => {
    const speaker = await openBoth(page, 6);
    await speaker.keyboard.press('b');
    await expect(page.locator('.screen-cover')).toBeVisible();
    await expect(speaker.getByText('The room sees black')).toBeVisible();
    await expect(speaker.getByRole('button', { name: /Black/u })).toHaveAttribute('aria-pressed', 'true');
    await expect(speaker.getByText('Brings the picture back')).toBeVisible();
    await expect(speaker.locator('.stop-thumbnail').first()).toContainText('Returned for dev@example.com');
    await speaker.keyboard.press('ArrowRight');
    await expect(page.locator('.screen-cover')).toHaveCount(0);
    await stays(page, 6);
  });

  test('keeps its picture while frozen, and catches up', async ({ page }) => {
    const speaker = await openBoth(page, 4);
    await speaker.keyboard.press('z');
    for (let press = 0; press < 3; press += 1) await speaker.keyboard.press('ArrowRight');
    await expectStop(speaker, 7);
    await stays(page, 4);
    await expect(speaker.getByRole('heading', { name: 'The room sees 4.1 The token comes back' })).toBeVisible();
    await speaker.getByRole('button', { name: /Catch up/u }).click();
    await expectSettled(page, 7);
    await expect(speaker.getByText('Frozen for the room')).toHaveCount(0);
  });
});

test('a frozen stage without a speaker window says so, and the next press goes on from its picture', async ({ page }) => {
  await openStop(page, 4);
  const frozen = page.locator('.status').getByText('Frozen');
  await page.keyboard.press('z');
  await expect(frozen).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 5);
  await expect(frozen).toHaveCount(0);
  await page.keyboard.press('z');
  const speaker = await speakerOf(page);
  // The speaker window says it; the room need not know.
  await expect(frozen).toHaveCount(0);
  for (let press = 0; press < 3; press += 1) await speaker.keyboard.press('ArrowRight');
  await expectStop(speaker, 8);
  await stays(page, 5);
  await speaker.close();
  await expect(frozen).toBeVisible();
  await stays(page, 5);
  await page.keyboard.press('PageDown');
  await expectSettled(page, 6);
  await expect(frozen).toHaveCount(0);
});

test('the talk’s clock starts with the first stop left, outlives both windows’ reload, and is reset', async ({ page }) => {
  const speaker = await openBoth(page);
  const time = speaker.getByRole('region', { name: 'Time' });
  await expect(time).toContainText('starts when you leave the first stop');
  await speaker.keyboard.press('ArrowRight');
  await expect(time).toContainText('0:32 of 6:45');
  await page.reload();
  await speaker.reload();
  await expect(time).toContainText(/0:3[2-9] of 6:45/u);
  await expect(time).toContainText('on time');
  await time.getByRole('button', { name: 'Reset timer' }).click();
  await expect(time).toContainText('0:00 of 6:45');
});

test('an open speaker window plans with a rehearsal as soon as this stage or another tab keeps or clears one', async ({
  page,
  context,
}) => {
  const speaker = await openBoth(page);
  const time = speaker.getByRole('region', { name: 'Time' });
  await expect(time).toContainText('Against plan');
  const other = await context.newPage();
  await openStop(other);
  const rehearsals: readonly (readonly [Page, string])[] = [
    [page, 'Record'],
    [other, 'Record again'],
  ];
  for (const [stage, record] of rehearsals) {
    await stage.bringToFront();
    await stage.keyboard.press('r');
    await stage.getByRole('button', { name: `${record} from the start` }).click();
    await stage.keyboard.press('r');
    await stage.getByRole('button', { name: 'Stop and keep' }).click();
    await expect(time).toContainText('Against rehearsal');
    await expect(time).toContainText(/of 6:[12]/u);
    await stage.getByRole('button', { name: 'Clear' }).click();
    await expect(time).toContainText('Against plan');
    await stage.getByRole('button', { name: 'Undo' }).click();
    await expect(time).toContainText('Against rehearsal');
  }
  // The dialog of the first stage is still open: it shows what the other tab kept.
  await other.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('dialog')).toContainText('Play the talk once');
  await expect(time).toContainText('Against plan');
});

test('a stage that is closed is missed, and opened again where it was, in the same talk', async ({ page, context }) => {
  const speaker = await openBoth(page, 0);
  await speaker.keyboard.press('End');
  await speaker.keyboard.press('p');
  await expectBoth(page, speaker, 10);
  await page.close();
  await expect(speaker.getByRole('alert')).toContainText('The stage window does not answer');
  await expect(speaker.getByRole('button', { name: /^Next/u })).toBeDisabled();
  await speaker.keyboard.press('ArrowRight');
  const [stage] = await Promise.all([context.waitForEvent('page'), speaker.getByRole('link', { name: 'Open the stage' }).click()]);
  await expectSettled(stage, 10);
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await expect(speaker.getByRole('alert')).toHaveCount(0);
  await expect(speaker.getByRole('button', { name: 'Reset timer' })).toBeEnabled();
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(stage, speaker, 11);
});

test('from a disk, in one file, each press counts once', async ({ page }) => {
  await page.goto(`${pathToFileURL(path.resolve('dist/standalone.html')).href}?motion=off${STOP_HASHES[2]}`);
  await expectSettled(page, 2);
  const speaker = await speakerOf(page);
  await speaker.keyboard.press('ArrowRight');
  await expectBoth(page, speaker, 3);
  await speaker.reload();
  await expect(speaker.getByText('Stage connected')).toBeVisible();
  await page.reload();
  await expectSettled(page, 3);
  // It says hello until it is answered.
  await page.waitForTimeout(2500);
  await speaker.keyboard.press('ArrowRight');
  await stays(page, 4);
});

test.describe('with everything a page does', () => {
  test.use({ serviceWorkers: 'allow' });

  test('no error and no warning in either window', async ({ page, context }) => {
    const trouble: string[] = [];
    const watch = (each: Page): void => {
      each.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(message.text()));
      each.on('pageerror', (error) => trouble.push(error.message));
    };
    watch(page);
    context.on('page', watch);
    const speaker = await openBoth(page);
    for (let stop = 1; stop < STOP_COUNT; stop += 1) {
      await speaker.keyboard.press('ArrowRight');
      await expectBoth(page, speaker, stop);
    }
    await speaker.reload();
    await expectStop(speaker, LAST_STOP);
    expect(trouble).toEqual([]);
  });
});

test('the pictures are the stage’s own: no style of this window reaches into them', async ({ page }) => {
  const speaker = await openBoth(page);
  for (let stop = 0; stop < STOP_COUNT; stop += 1) {
    await speaker.keyboard.press(stop === 0 ? 'Home' : 'ArrowRight');
    await expectStop(speaker, stop);
    const moved = await speaker.evaluate(() => {
      const boxes = (picture: Element): number[][] => {
        const origin = picture.getBoundingClientRect();
        return [...picture.querySelectorAll('*')].map((element) => {
          const box = element.getBoundingClientRect();
          return [box.left - origin.left, box.top - origin.top, box.width, box.height];
        });
      };
      return [...document.querySelectorAll('.stop-thumbnail')].flatMap((picture) => {
        const alone = document.createElement('div');
        alone.style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${picture.getBoundingClientRect().width}px`;
        const copy = picture.cloneNode(true) as Element;
        alone.append(copy);
        document.body.append(alone);
        const [here, there] = [boxes(picture), boxes(copy)];
        const names = [...picture.querySelectorAll('*')].map((element) => element.className);
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
        const desk = document.querySelector('.speaker')!;
        const notes = document.querySelector('.speaker-notes')!;
        const words = document.querySelector('.speaker-next__text')!;
        return {
          wide: wide.map((element) => element.className),
          page: desk.scrollHeight - desk.clientHeight,
          notes: notes.scrollHeight - notes.clientHeight,
          words: words.scrollHeight - words.clientHeight,
        };
      });
      expect(over.wide, `at stop ${stop}`).toEqual([]);
      expect(over.words, `at stop ${stop}`).toBeLessThanOrEqual(0);
      if (landscape) expect([over.page, over.notes], `at stop ${stop}`).toEqual([0, 0]);
    }
    const last = speaker.getByRole('button', { name: 'The new way' });
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await expect(speaker.getByRole('button', { name: /^Next/u })).toBeInViewport({ ratio: 1 });
  });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary ?? rule.help}`),
  );
}

const STATES: Readonly<Record<string, (stage: Page, speaker: Page, context: BrowserContext) => Promise<unknown>>> = {
  'as it opens': () => Promise.resolve(),
  'frozen elsewhere, in autoplay': async (_, speaker) => {
    for (const key of ['z', 'ArrowRight', 'a']) await speaker.keyboard.press(key);
    await expect(speaker.getByText('Frozen for the room')).toBeVisible();
  },
  'under a curtain, with a number typed and the keys shown': async (_, speaker) => {
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
  test(`axe finds nothing, dark or light, ${state}`, async ({ page, context }) => {
    const speaker = await openBoth(page, 6);
    await reach(page, speaker, context);
    expect(await violationsOf(speaker)).toEqual([]);
    await speaker.keyboard.press('d');
    await expect(speaker.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await violationsOf(speaker)).toEqual([]);
    await speaker.setViewportSize({ width: 390, height: 844 });
    expect(await violationsOf(speaker)).toEqual([]);
  });
}
