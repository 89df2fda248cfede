import { expect, test, type Page } from '@playwright/test';
import { axeViolations } from '../support/axe';
import { expectSettled, openStop } from '../support/page';
import { countDifferentPixels } from '../support/pictures';
import { openBoth } from '../support/speakerWindow';

/** Opens a stop and waits until the tools are there. */
async function openPointing(page: Page, stop: number): Promise<void> {
  await openStop(page, stop);
  await expect(page.locator('.pointing')).toBeAttached();
  await page.mouse.move(500, 300);
}

/** Moves the mouse over the stage in a few steps. */
async function sweep(page: Page): Promise<void> {
  for (let step = 0; step <= 4; step += 1) await page.mouse.move(500 + step * 20, 300 + step * 5);
}

test('zoom and spotlight leave no trace, and a step ends every tool but the pen', async ({ page }) => {
  await openPointing(page, 3);
  const picture = (): Promise<Buffer> => page.locator('.stage').screenshot({ animations: 'disabled' });
  const before = await picture();
  const field = page.locator('main span', { hasText: 'Signing in to' }).last();
  const fieldWidth = (): Promise<number> => field.evaluate((each) => each.getBoundingClientRect().width);
  const width = await fieldWidth();
  await page.keyboard.press('m');
  await sweep(page);
  await expect.poll(fieldWidth).toBeCloseTo(width * 2, 0);
  await page.mouse.wheel(0, -400);
  await expect.poll(fieldWidth).toBeGreaterThan(width * 2.5);
  // A click belongs to the tool.
  await page.mouse.click(520, 320);
  await page.keyboard.press('u');
  await expect(page.locator('.pointing__spot')).toBeVisible();
  expect(await fieldWidth()).toBeCloseTo(width, 0);
  await page.keyboard.press('Escape');
  await expectSettled(page, 3);
  await page.mouse.move(500, 300);
  // Chromium draws blurred shadows anew with other roundings at times.
  await expect.poll(async () => countDifferentPixels(await picture(), before)).toBe(0);

  for (const [key, tool] of Object.entries({ i: 'laser', u: 'spotlight', m: 'zoom', e: 'pen' })) {
    await page.keyboard.press(key);
    await expect(page.locator('.pointing')).toHaveAttribute('data-tool', tool);
    expect(await axeViolations(page), tool).toEqual([]);
    await page.keyboard.press('PageUp');
    await expectSettled(page, 2);
    if (tool === 'pen') await expect(page.locator('.pointing')).toHaveAttribute('data-tool', 'pen');
    else await expect(page.locator('.pointing')).not.toHaveAttribute('data-tool');
    await page.keyboard.press('PageDown');
  }
});

test('strokes of the pen come back with their stop, after a reload too, until they are cleared', async ({ page }) => {
  await openPointing(page, 10);
  const strokes = page.locator('.pointing__stroke');
  await page.keyboard.press('e');
  await page.mouse.down();
  await sweep(page);
  await page.mouse.up();
  await page.getByRole('button', { name: 'Straight' }).click();
  await page.mouse.move(300, 300);
  await page.mouse.down();
  await sweep(page);
  await page.mouse.up();
  await expect(strokes).toHaveCount(2);
  const shapes = await strokes.evaluateAll((all) => all.map((each) => each.getAttribute('d')));
  await page.keyboard.press('ArrowRight');
  await expect(strokes).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(strokes).toHaveCount(2);
  await page.reload();
  await expect(strokes).toHaveCount(2);
  expect(await strokes.evaluateAll((all) => all.map((each) => each.getAttribute('d')))).toEqual(shapes);
  await page.keyboard.press('Delete');
  await expect(strokes).toHaveCount(0);
});

test('the laser is seen in both windows, from either of them; y lights what the stop names', async ({ page }) => {
  const speaker = await openBoth(page, 9);
  /** Where the laser is, in percent of the stage. */
  const dot = (each: Page): Promise<readonly number[]> =>
    each
      .locator('.pointing')
      .evaluate((layer: HTMLElement) => ['--x', '--y'].map((name) => Math.round(Number(layer.style.getPropertyValue(name)) * 100)));
  await expect(page.locator('.pointing')).toBeAttached();
  await expect(speaker.locator('.pointing')).toBeAttached();
  await speaker.getByRole('button', { name: 'Laser' }).click();
  await expect(page.locator('.pointing__dot')).toBeVisible();
  // The picture takes the proportions of the stage as soon as it knows them.
  const pointFromSpeaker = async (): Promise<readonly number[]> => {
    const { x, y, width, height } = (await speaker.locator('.pointing').boundingBox())!;
    await speaker.mouse.move(x + width * 0.25, y + height * 0.5);
    return dot(page);
  };
  await expect.poll(pointFromSpeaker).toEqual([25, 50]);
  await page.mouse.move(640, 100);
  await expect.poll(() => dot(speaker)).toEqual([50, 15]);
  await speaker.keyboard.press('y');
  await expect(page.locator('.pointing__lit')).toBeVisible();
  await expect(speaker.locator('.pointing__lit')).toBeVisible();
  expect(await axeViolations(speaker)).toEqual([]);
  await speaker.keyboard.press('Escape');
  await expect(page.locator('.pointing__lit')).toHaveCount(0);
});
