import { expect, test, type Locator } from '@playwright/test';
import { expectSettled, jumpTo, openStop } from '../support/page';

declare global {
  interface Element {
    /** Set on an element to recognise it later. */
    known?: true;
  }
}

/** Stops that are a page or a board: the stop before, the element that is premounted, and text that only it has. */
const ENTRANCES = [
  { before: 1, selector: '.stage-layer', text: 'Sign in to continue to MCP Authorization' },
  { before: 2, selector: '.page', text: 'Company Single Sign-On' },
  { before: 3, selector: '.page', text: 'Authorization Successful' },
  { before: 9, selector: '.stage-layer', text: 'Key leaked in a repo?' },
  { before: 10, selector: '.stage-layer', text: 'Revoke one user' },
];

/** Inherited styles, and the computed size. */
const COMPARED_STYLES = ['color', 'font', 'letter-spacing', 'white-space', 'direction', 'text-align', 'width', 'height'];

/** Returns the styles of each descendant, without those of a nested premounted stop. */
function stylesIn(locator: Locator): Promise<string[]> {
  return locator.evaluate(
    (element, properties) =>
      [...element.querySelectorAll('*')]
        .filter((each) => each.closest('.premounted') === element.closest('.premounted'))
        .map((each) => {
          const style = getComputedStyle(each);
          return [each.getAttribute('class'), ...properties.map((property) => style.getPropertyValue(property))].join(' | ');
        }),
    COMPARED_STYLES,
  );
}

test('the next page or board is premounted, cannot be seen, read, found or focused, and is what the next press shows', async ({ page }) => {
  await openStop(page, 0);
  for (const { before, selector, text } of ENTRANCES) {
    await jumpTo(page, before);
    const premounted = page.locator('.premounted');
    await expect(premounted.getByText(text)).toHaveCount(1);
    await expect(premounted).toHaveAttribute('aria-hidden', 'true');
    await expect(premounted.getByText(text)).toBeHidden();
    expect(await page.evaluate((wanted) => (window as unknown as { find(text: string): boolean }).find(wanted), text)).toBe(false);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    expect(await page.locator('main').evaluate((stage) => (stage as HTMLElement).innerText)).not.toContain(text);
    for (let tab = 0; tab < 12; tab += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.premounted') ?? null)).toBeNull();
    }
    // Laid out already: the stage only has to show it.
    expect(await premounted.getByText(text).evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(10);
    await premounted.evaluate((element) => {
      element.known = true;
    });
    const stylesBefore = await stylesIn(premounted);
    expect(stylesBefore.length).toBeGreaterThan(10);
    await page.locator('.stage').focus();
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, before + 1);
    const shown = page.locator(`main ${selector}:not(.premounted)`);
    expect(await shown.evaluate((element) => element.known)).toBe(true);
    // Nothing in it is laid out anew.
    expect(await stylesIn(shown), `after stop ${before}`).toEqual(stylesBefore);
    await expect(shown.getByText(text)).toBeVisible();
    await expect(shown).not.toHaveAttribute('aria-hidden');
  }
});

test('on a phone a premounted board is scrolled like one that was loaded', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const scrolled = (): Promise<number> => page.locator('.stage-layer:not(.premounted) > .scroll').evaluate((box) => box.scrollTop);
  await openStop(page, 11);
  await expect.poll(scrolled).toBeGreaterThan(300);
  const opened = await scrolled();
  await openStop(page, 10);
  await expect(page.locator('.premounted')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 11);
  await expect.poll(scrolled).toBe(opened);
  await expect(page.getByText('More below').filter({ visible: true })).toHaveCount(0);
});

test('with motion the page that slides in is the premounted one', async ({ page }) => {
  await page.goto('./#/agent/1');
  await expectSettled(page, 1);
  await expect(page.locator('.premounted')).toHaveCount(1);
  await page.locator('.premounted').evaluate((element) => {
    element.known = true;
  });
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 2);
  expect(
    await page.locator('main > .stage-layer').evaluate((element) => [element.known, getComputedStyle(element.firstElementChild!).opacity]),
  ).toEqual([true, '1']);
});

test('a moving window is painted once, moved by whole pixels, and has no layer of its own afterwards', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('./#/agent/1');
  await expectSettled(page, 1);
  await page.evaluate(() => {
    const seen: { layer: string; way: number }[] = [];
    const look = (): void => {
      const element = document.querySelector('main > .stage-layer:not(.premounted) > .window--browser');
      const { willChange, translate } = element ? getComputedStyle(element) : { willChange: '', translate: '' };
      if (element) seen.push({ layer: willChange, way: Number.parseFloat(translate.split(' ')[1] ?? '0') });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { seen });
  });
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 2);
  const seen = await page.evaluate(() => (window as unknown as { seen: { layer: string; way: number }[] }).seen);
  const moving = seen.filter(({ way }) => way !== 0);
  expect(moving.length).toBeGreaterThan(1);
  for (const { layer, way } of moving) expect({ layer, rest: way % 1 }).toEqual({ layer: 'opacity, translate, scale', rest: 0 });
  expect(await page.locator('.window--browser').evaluate((element) => getComputedStyle(element).willChange)).toBe('auto');
});

test('rows above the visible ones are written after them', async ({ page }) => {
  await openStop(page, 8);
  const rows = page.locator('.xterm-rows');
  await expect(rows).toContainText("I'll try the extract tool.");
  await expect(rows).not.toContainText('MCP is an open standard');
  await page.locator('.terminal__host').hover();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -100);
      return rows.innerText();
    })
    .toContain('MCP is an open standard');
  // The next stop is shown from its end, scrolled back or not.
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 9);
  await expect(rows).toContainText('No more, no less.');
});

test('the scripts are fetched once, and not before the first paint', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('.terminal__host .xterm')).toBeVisible();
  const { painted, scripts } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    scripts: performance
      .getEntriesByType('resource')
      .map(({ name, startTime }) => ({ name: /assets\/(player|story|terminal)-[^/]*\.js$/u.exec(name)?.[1], startTime }))
      .filter(({ name }) => name !== undefined),
  }));
  expect(scripts.map(({ name }) => name).toSorted()).toEqual(['player', 'story', 'terminal']);
  for (const { name, startTime } of scripts) expect(startTime, name).toBeGreaterThanOrEqual(painted);
});

for (const { query, wanted } of [
  { query: '', wanted: true },
  { query: '?speaker=quick', wanted: false },
  { query: '?handout', wanted: false },
]) {
  test(`a page ${wanted ? 'with' : 'without'} a stage loads ${wanted ? 'the' : 'no'} terminal: "${query}"`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`./${query}`);
    await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
    expect(asked.filter((address) => /assets\/player-/u.test(address))).toHaveLength(1);
    expect(asked.some((address) => /assets\/terminal-/u.test(address))).toBe(wanted);
  });
}
