import { expect, test } from '@playwright/test';
import { axeViolations } from '../support/axe';
import { jumpTo, openStop } from '../support/page';
import { imageColours } from '../support/screen';
import { STOP_COUNT } from '../support/demoScript';

for (const [width, height, theme] of [
  [1280, 720, 'dark'],
  [390, 844, 'dark'],
  [1280, 720, 'light'],
] as const) {
  test.describe(`${width}×${height}, ${theme}`, () => {
    test.use({ viewport: { width, height } });
    test('axe finds nothing at any stop', async ({ page }) => {
      await openStop(page, 0);
      if (theme === 'light') await page.keyboard.press('d');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      for (let stop = 0; stop < STOP_COUNT; stop += 1) {
        await jumpTo(page, stop);
        expect.soft(await axeViolations(page), `at stop ${stop}`).toEqual([]);
      }
    });
  });
}

for (const theme of ['dark', 'light'] as const)
  test(`axe finds nothing in any overlay, ${theme}`, async ({ page }) => {
    await openStop(page, 6);
    if (theme === 'light') await page.keyboard.press('d');
    for (const key of ['?', 'o', 'g', 'c', 'r', 'b']) {
      await page.keyboard.press(key);
      const overlay = key === 'b' ? page.locator('.screen-cover') : page.getByRole('dialog');
      await expect(overlay).toBeVisible();
      expect.soft(await axeViolations(page), `after ${key}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(overlay).toHaveCount(0);
    }
  });

test.describe('with forced colors', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('text takes the system’s colours, and marks that consist only of a colour keep their own', async ({ page }) => {
    /** Returns the marks that lost their colour: forced colors paint a background with the canvas, or not at all. */
    const lost = (...selectors: string[]): Promise<string[]> =>
      page.evaluate((candidates) => {
        const canvas = document.body.appendChild(document.createElement('i'));
        canvas.style.backgroundColor = 'Canvas';
        const surface = (element: Element | null): string => (element ? getComputedStyle(element).backgroundColor : 'missing');
        const none = ['missing', 'rgba(0, 0, 0, 0)', surface(canvas)];
        canvas.remove();
        return candidates.filter((selector) => none.includes(surface(document.querySelector(selector))));
      }, selectors);
    await openStop(page, 0);
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await lost('.stage .window--terminal', '.traffic-lights i', '.terminal__host .xterm-cursor')).toEqual([
      '.stage .window--terminal',
    ]);
    await jumpTo(page, 2);
    expect(
      await lost('.progress [data-mark="done"]', '.cognito [data-id="submit"]', '.cognito [data-id="continue"]', '.click-hint__bubble'),
    ).toEqual([]);
    await jumpTo(page, 3);
    expect(await lost('.sso [data-id="submit"]', '.click-hint__bubble')).toEqual([]);
    await jumpTo(page, 4);
    expect(await lost('.callback .logo')).toEqual([]);
  });

  test('b is black and w is white, on the whole screen, in a dark contrast theme and in a light one', async ({ page, context }) => {
    await openStop(page, 1);
    await page.keyboard.press('x');
    await expect(page.locator('.wire__content')).toBeVisible();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [key, colour] of [
        ['b', '#000000'],
        ['w', '#ffffff'],
      ] as const) {
        await page.keyboard.press(key);
        await expect(page.locator('.screen-cover')).toBeVisible();
        expect(await imageColours(context, await page.screenshot()), `${key} in a ${colorScheme} theme`).toEqual([colour]);
        await page.keyboard.press(key);
        await expect(page.locator('.screen-cover')).toHaveCount(0);
      }
    }
  });
});

test('all text in the terminal has a contrast of 4.5 to its background', async ({ page }) => {
  await openStop(page, 0);
  for (const stop of [1, 5, 6, 8, 9]) {
    await jumpTo(page, stop);
    // axe ignores the terminal, as it is hidden from assistive technology.
    const faint = await page.evaluate(() => {
      const channels = (colour: string): number[] => (/rgba?\(([^)]+)\)/u.exec(colour)?.[1] ?? '').split(/[\s,/]+/u).map(Number);
      const luminance = (colour: string): number => {
        const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
          value / 255 <= 0.040_45 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const behind = (element: Element | null): string => {
        for (let at = element; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor;
          if (colour !== 'transparent' && channels(colour)[3] !== 0) return colour;
        }
        return 'rgb(255, 255, 255)';
      };
      const found = new Set<string>();
      const spans = document.querySelectorAll('.xterm-rows span');
      if (spans.length < 10) found.add('There is no text to measure.');
      for (const span of spans) {
        const text = span.textContent?.trim() ?? '';
        if (!/[\p{L}\p{N}]/u.test(text)) continue;
        const [light = 0, dark = 0] = [luminance(getComputedStyle(span).color), luminance(behind(span))].sort((a, b) => b - a);
        const ratio = (light + 0.05) / (dark + 0.05);
        if (ratio < 4.5) found.add(`${ratio.toFixed(2)} ${text}`);
      }
      return [...found];
    });
    expect.soft(faint, `at stop ${stop}`).toEqual([]);
  }
});

test('the terminal is hidden from assistive technology, its text is not', async ({ page }) => {
  await openStop(page, 1);
  expect(await page.locator('.xterm').evaluate((element) => element.closest('[aria-hidden="true"]') !== null)).toBe(true);
  expect(await page.locator('[data-transcript]').evaluate((element) => element.closest('[aria-hidden="true"], [hidden]') !== null)).toBe(
    false,
  );
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const read = nodes.flatMap(({ name }) => String(name?.value).split('\n'));
  for (const line of ['✓ notion (remote — OAuth)', 'Server returned: 401 Unauthorized — Bearer token required'])
    expect(read).toContain(line);
});

test('a dialog takes the focus and gives it back', async ({ page }) => {
  await openStop(page, 6);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');
  await page.keyboard.press('o');
  await expect.poll(focused).toContain('card');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toContain('stage');
});

test('each settled stop is announced once, politely', async ({ page }) => {
  await openStop(page, 6);
  const announcer = page.locator('[data-announcer]');
  await expect(announcer).toHaveAttribute('aria-live', 'polite');
  await expect(announcer).toContainText('Stop 5.2, 7 of 12: The call works.');
  await page.evaluate(() => {
    const announcements: string[] = [];
    Object.assign(window, { announcements });
    const announced = document.querySelector('[data-announcer]')!;
    new MutationObserver(() => announced.textContent && announcements.push(announced.textContent)).observe(announced, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.keyboard.press('ArrowRight');
  await expect(announcer).toContainText('Stop 5.3, 8 of 12');
  expect(await page.evaluate(() => (window as unknown as { announcements: string[] }).announcements.length)).toBe(1);
});
