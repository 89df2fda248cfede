import { expect, test, type Page } from '@playwright/test';
import { expectSettled, openStop } from '../support/page';

test.describe('touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  for (const [way, from, to, stop] of [
    ['left goes on', 300, 90, 7],
    ['right goes back', 90, 300, 5],
  ] as const) {
    test(`a swipe to the ${way}`, async ({ page }) => {
      await openStop(page, 6);
      await swipe(page, [from, 300], [to, 310]);
      await expectSettled(page, stop);
    });
  }

  test('a tap goes on', async ({ page }) => {
    await openStop(page, 6);
    await page.touchscreen.tap(190, 300);
    await expectSettled(page, 7);
  });

  test('moving up and down scrolls the terminal and does not step', async ({ page }) => {
    await openStop(page, 8);
    const top = (): Promise<string> => page.locator('.xterm-rows > div').first().innerText();
    const before = await top();
    await swipe(page, [190, 200], [195, 480]);
    await expect.poll(top).not.toBe(before);
    await expectSettled(page, 8);
  });
});

/** Swipes over the page in a few moves. */
async function swipe(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const at = (part: number): { x: number; y: number } => ({ x: from[0] + (to[0] - from[0]) * part, y: from[1] + (to[1] - from[1]) * part });
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
  for (const part of [0.2, 0.4, 0.6, 0.8, 1])
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(part)] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test.describe('mouse', () => {
  test('shows the controls and the terminal’s scrollbar, which hide with the cursor when it rests', async ({ page }) => {
    const scrollbar = page.locator('.terminal__host .scrollbar.vertical');
    await openStop(page, 6);
    await page.mouse.move(400, 300);
    await expect(page.locator('.controls')).toHaveCSS('opacity', '1');
    await expect(scrollbar).toHaveCSS('opacity', '1');
    await expect(page.locator('html')).toHaveAttribute('data-idle', '');
    await expect(page.locator('.controls')).toHaveCSS('opacity', '0');
    await expect(page.locator('.stage')).toHaveCSS('cursor', 'none');
    await expect(scrollbar).toHaveCSS('opacity', '0');
    await page.mouse.move(420, 300);
    await expect(page.locator('.controls')).toHaveCSS('opacity', '1');
    await expect(page.locator('html')).toHaveAttribute('data-idle', '');
    await page.mouse.wheel(0, -100);
    await expect(scrollbar).toHaveCSS('opacity', '1');
  });

  test('clicks a control once, and the next key still moves the stage', async ({ page }) => {
    await openStop(page, 6);
    const button = (name: string) => page.locator('.controls').getByRole('button', { name, exact: true });
    await button('Next').click();
    await expectSettled(page, 7);
    await button('Previous').click();
    await expectSettled(page, 6);
    await page.keyboard.press('Space');
    await expectSettled(page, 7);
    await button('Overview').click();
    await expect(page.getByRole('dialog', { name: 'Overview' })).toBeVisible();
  });
});

test('the controls cover neither the links nor the text beside them, on any screen', async ({ page }) => {
  await openStop(page, 11);
  for (const [width, height] of [
    [1024, 768],
    [640, 360],
    [844, 390],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.mouse.move(200, 200);
    await page.mouse.move(210, 210);
    await expect(page.locator('.controls')).toHaveCSS('opacity', '1');
    const covered = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.controls button')].map((button) => button.getBoundingClientRect());
      const isCovered = (rect: DOMRect): boolean =>
        boxes.some((box) => rect.left < box.right && rect.right > box.left && rect.top < box.bottom - 2 && rect.bottom > box.top + 2);
      const texts = [...document.querySelectorAll('.foot > *, .status__hint, .status__topic, .progress')];
      return texts.filter((text) => [...text.getClientRects()].some(isCovered)).map((text) => text.textContent || text.className);
    });
    expect(covered, `${width}×${height}`).toEqual([]);
  }
});

test.describe('the overview', () => {
  test('shows every stop, marks the current one, and goes to the stop chosen with arrows and Enter or the mouse', async ({ page }) => {
    await openStop(page, 6);
    await page.keyboard.press('o');
    const cards = page.locator('.card');
    await expect(cards).toHaveCount(12);
    await expect(page.locator('.card[aria-current]')).toHaveAttribute('data-index', '6');
    await expect(cards.nth(11).locator('.stop-thumbnail')).toContainText("the agent can't do it via MCP");
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expectSettled(page, 2);
    await page.keyboard.press('o');
    await cards.nth(9).click();
    await expectSettled(page, 9);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('has cards side by side on a phone, beside a scrollbar too', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openStop(page, 6);
    await page.keyboard.press('o');
    await expect(page.locator('.card')).toHaveCount(12);
    const tops = await page.locator('.card').evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().top));
    expect(tops[1]).toBe(tops[0]);
    expect(
      await page
        .locator('.overview')
        .evaluate((box: HTMLElement) => [box.offsetWidth > box.clientWidth + 2, box.scrollWidth - box.clientWidth]),
    ).toEqual([true, 0]);
  });
});
