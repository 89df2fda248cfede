import { expect, test, type Locator } from '@playwright/test';
import { expectSettled, openStop } from '../support/page';

declare global {
  interface Element {
    /** Put on an element to know it again. */
    known?: true;
  }
}

/** Where stops come in as pages or boards: the stop before, what waits there, and words only it has. */
const ENTRANCES = [
  { before: 1, waits: '.stage-layer', words: 'Sign in to continue to MCP Authorization' },
  { before: 2, waits: '.page', words: 'Company Single Sign-On' },
  { before: 3, waits: '.page', words: 'Authorization Successful' },
  { before: 9, waits: '.stage-layer', words: 'Key leaked in a repo?' },
  { before: 10, waits: '.stage-layer', words: 'Revoke one user' },
];

/** How each thing in an element is styled, without what waits in it in turn. */
function stylesIn(locator: Locator): Promise<readonly Readonly<Record<string, string | null>>[]> {
  return locator.evaluate((element) =>
    [...element.querySelectorAll('*')]
      .filter((each) => each.closest('.premounted') === element.closest('.premounted'))
      .map((each) => {
        const style = getComputedStyle(each);
        return Object.fromEntries([
          ['class', each.getAttribute('class')],
          ...[...style].map((property) => [property, style.getPropertyValue(property)]),
        ]);
      }),
  );
}

for (const { before, waits, words } of ENTRANCES) {
  test(`stop ${before + 1} waits in the wings, for nobody to see, read, find or reach, and is what comes`, async ({ page }) => {
    await openStop(page, before);
    const standby = page.locator('.premounted');
    await expect(standby).toHaveCount(1);
    await expect(standby).toHaveAttribute('aria-hidden', 'true');
    await expect(standby.getByText(words)).toBeHidden();
    expect(await page.evaluate((text) => (window as unknown as { find(text: string): boolean }).find(text), words)).toBe(false);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    expect(await page.locator('main').evaluate((stage) => (stage as HTMLElement).innerText)).not.toContain(words);
    for (let tab = 0; tab < 12; tab += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.premounted') ?? null)).toBeNull();
    }
    // Laid out already: the stage need only show it.
    expect(await standby.getByText(words).evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(10);
    await standby.evaluate((element) => {
      element.known = true;
    });
    // The pointer rests, and goes on resting: it would hide between the two looks, and each thing's cursor with it.
    await expect(page.locator('[data-idle]')).toHaveCount(1);
    const waiting = await stylesIn(standby);
    await page.keyboard.press('ArrowRight');
    await expectSettled(page, before + 1);
    const shown = page.locator(`main ${waits}:not(.premounted)`);
    expect(await shown.evaluate((element) => element.known)).toBe(true);
    // Nor is anything in it styled anew: what it inherits is the same on stage.
    const standing = await stylesIn(shown);
    expect(
      standing.map((style, index) => Object.entries(style).filter(([property, value]) => waiting[index]?.[property] !== value)),
    ).toEqual(waiting.map(() => []));
    await expect(shown.getByText(words)).toBeVisible();
    await expect(shown).not.toHaveAttribute('aria-hidden');
  });
}

test('on a phone the board that waited is scrolled like one that was opened', async ({ page }) => {
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

test('with all motion on, too, what waited comes in', async ({ page }) => {
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

test('a window on its way is painted once, moved by whole pixels, and lets go of its layer when it stands', async ({ page }) => {
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

test('rows above the screen follow the picture', async ({ page }) => {
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
  // Scrolled back or not, the next stop is shown from its end.
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, 9);
  await expect(rows).toContainText('No more, no less.');
});

test('the scripts are fetched once, and not before the first picture', async ({ page }) => {
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
  test(`a page ${wanted ? 'with' : 'without'} a stage asks for ${wanted ? 'the' : 'no'} terminal: "${query}"`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`./${query}`);
    await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
    expect(asked.filter((address) => /assets\/player-/u.test(address))).toHaveLength(1);
    expect(asked.some((address) => /assets\/terminal-/u.test(address))).toBe(wanted);
  });
}
