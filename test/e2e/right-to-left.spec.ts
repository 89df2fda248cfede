import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { expectSettled } from '../support/page';
import { RTL_CAST, RTL_FILES } from '../support/rightToLeftStory';

/** The story of {@link RTL_FILES}, built as one file and opened from disk. */
const OUT = 'test-results/right-to-left';
const PAGE = pathToFileURL(path.resolve(OUT, 'dist/standalone.html')).href;
const [TERMINAL, SIGN_IN, BOARD, RECORDING] = [0, 1, 2, 3];

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  const folder = path.join(OUT, 'story');
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(RTL_FILES)) await writeFile(path.join(folder, name), JSON.stringify(content));
  await writeFile(path.join(folder, 'demo.cast'), RTL_CAST);
  await promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--mode', 'standalone', '--outDir', path.join(OUT, 'dist')],
    { env: { ...process.env, SCENES: folder } },
  );
});

async function openAt(page: Page, stop: number, query = '?motion=off'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${PAGE}${query}#/${stop}`);
  await expectSettled(page, stop);
}

/** A drawn character and its cell, counted from the left edge of the row. */
type Drawn = `${string} @${number}`;

/** Returns the drawn characters of each row that matches `rows`, from left to right, without margins. */
function cellsOf(page: Page, rows: string): Promise<Drawn[][]> {
  return page.evaluate((selector) => {
    const glyphsOf = (row: Element): { text: string; left: number }[] => {
      const glyphs: { text: string; left: number }[] = [];
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('.sr-only') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { segment, index } of new Intl.Segmenter().segment(node.textContent ?? '')) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + segment.length);
          if (segment.trim() !== '' && segment !== '▎')
            glyphs.push({ text: segment, left: range.getBoundingClientRect().left - row.getBoundingClientRect().left });
        }
      }
      return glyphs.toSorted((a, b) => a.left - b.left);
    };
    const all = [...document.querySelectorAll(selector)].map(glyphsOf);
    const line = all.flat().filter(({ text }) => text === '─');
    const cell = Math.min(...line.slice(1).flatMap(({ left }, at) => (left > line[at]!.left ? [left - line[at]!.left] : [])));
    return all.filter((row) => row.length > 0).map((row) => row.map(({ text, left }): Drawn => `${text} @${Math.round(left / cell)}`));
  }, rows);
}

const textOf = (row: readonly Drawn[]): string => row.map((each) => each.split(' @')[0]).join('');
const columnsOf = (rows: readonly (readonly Drawn[])[], chars: string): number[] =>
  rows.flat().flatMap((each) => (chars.includes(each[0]!) ? [Number(each.split('@')[1])] : []));

test('the terminal draws words from right to left, closes boxes and aligns columns', async ({ page }) => {
  await openAt(page, TERMINAL);
  const rows = await cellsOf(page, '.xterm-rows > div');
  const texts = rows.map(textOf);
  expect(texts).toContain('~/project$greet--name"ןהכהנד"--langhe');
  expect(texts).toContain('~/a.txt-ברמשנ!world,םולש:ןכוס');
  expect(texts).toContain('1.4.2ליעפישארתרש');
  expect(texts).toContain('│"name":"הנד",│');
  expect(texts.at(-1)).toBe('ןיתממ◠');
  // The corners and sides of the box are in two columns.
  const box = rows.slice(
    texts.findIndex((text) => text.startsWith('╭')),
    texts.findIndex((text) => text.startsWith('╰')) + 1,
  );
  expect(new Set(columnsOf(box, '╭╰')).size).toBe(1);
  expect(new Set(columnsOf(box, '╮╯')).size).toBe(1);
  expect(new Set(columnsOf(box, '│'))).toEqual(new Set([...columnsOf(box, '╭'), ...columnsOf(box, '╮')]));
  const table = texts.findIndex((text) => text.startsWith('1.4.2'));
  expect(columnsOf([rows[table]!], '1')[0]).toBe(columnsOf([rows[table + 1]!], '1')[0]);
  // Headings and cells of a column begin in the same cell.
  expect(columnsOf([rows[table - 1]!], 'ש')).toEqual([columnsOf([rows[table]!], 'ש').at(-1)]);
});

test('thumbnails and the handout draw the same characters in the same cells', async ({ page }) => {
  await openAt(page, TERMINAL);
  const stage = await cellsOf(page, '.xterm-rows > div');
  await page.keyboard.press('o');
  await expect(page.locator('.card .snapshot__row').first()).toBeVisible();
  expect(await cellsOf(page, '.card[data-index="0"] .snapshot--wide .snapshot__row')).toEqual(stage);
  await page.goto('about:blank');
  await page.goto(`${PAGE}?handout`);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
  expect(await cellsOf(page, '[id="terminal-0"] .snapshot__row')).toEqual(stage);
  // Screen readers get the text in logical order.
  expect((await page.locator('[id="terminal-0"] .snapshot__row .sr-only').allTextContents()).join('\n')).toContain(
    'סוכן: שלום, world! נשמר ב- ~/a.txt',
  );
});

test('a recording is drawn from right to left in its own columns, and the same everywhere', async ({ page }) => {
  await openAt(page, RECORDING);
  const stage = await cellsOf(page, '.xterm-rows > div');
  expect(stage.map(textOf)).toEqual([
    '$greet--name"ןהכהנד"--langhe',
    '╭────────────┬─────────┬───────╮',
    '│ישארתרש│ליעפ│1.4.2│',
    '│\uFEE1\uFE8E\uFEE0\uFEB3\uFEE1\uFEA9\uFE8E\uFEA7│7%יובכ│١٢٣│',
    '│web(v2)│(ג)בא│12MB│',
    '╰────────────┴─────────┴───────╯',
    '~/a.txt-ברמשנ!world,םולש',
  ]);
  // Each side of the box is one column, and its content begins one column further.
  const frame = stage.slice(1, -1);
  expect(frame.map((row) => columnsOf([row], '│╭╮╰╯┬┴'))).toEqual(frame.map(() => [0, 13, 23, 31]));
  expect(frame.slice(1, -1).map((row) => columnsOf([row.slice(1)], row[1]!)[0])).toEqual([2, 2, 2]);
  // Letters wider than their cells shift nothing.
  const sides = await page.locator('.xterm-rows > div').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      const lefts: number[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.textContent ?? '').lastIndexOf('│');
        const range = document.createRange();
        range.setStart(node, Math.max(at, 0));
        range.setEnd(node, Math.max(at, 0) + 1);
        if (at >= 0) lefts.push(Math.round(range.getBoundingClientRect().left));
      }
      return lefts.slice(-1);
    }),
  );
  expect(sides.length).toBe(3);
  expect(new Set(sides).size).toBe(1);
  await expect(page.locator('[data-transcript]')).toContainText('│ خادم سلام  │ כבוי 7% │ ١٢٣   │');
  await page.keyboard.press('o');
  await expect(page.locator(`.card[data-index="${RECORDING}"] .snapshot__row`).first()).toBeVisible();
  expect(await cellsOf(page, `.card[data-index="${RECORDING}"] .snapshot__row`)).toEqual(stage);
  await page.goto('about:blank');
  await page.goto(`${PAGE}?handout`);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
  expect(await cellsOf(page, '[id="recording-0"] .snapshot__row')).toEqual(stage);
  expect(await page.locator('[id="recording-0"] .snapshot__row .sr-only').allTextContents()).toContain('שלום, world! נשמר ב- ~/a.txt');
  await page.goto('about:blank');
  await page.goto(`${PAGE}#/${RECORDING}`);
  await expectSettled(page, RECORDING);
  expect(await cellsOf(page, '.xterm-rows > div')).toEqual(stage);
});

test('typing ends with the same rows as showing at once', async ({ page }) => {
  await openAt(page, TERMINAL);
  const shown = await cellsOf(page, '.xterm-rows > div');
  await page.goto('about:blank');
  await page.goto(PAGE);
  await expectSettled(page, TERMINAL);
  const spinner = /[◠◝]/u;
  expect((await cellsOf(page, '.xterm-rows > div')).map((row) => row.filter((each) => !spinner.test(each)))).toEqual(
    shown.map((row) => row.filter((each) => !spinner.test(each))),
  );
});

test('a value from the address is reordered with its line', async ({ page }) => {
  await openAt(page, TERMINAL, `?motion=off&user=${encodeURIComponent('יעל')}`);
  expect((await cellsOf(page, '.xterm-rows > div')).map(textOf)).toContain('~/project$greet--name"לעי"--langhe');
});

test('pages, boards and bars are mirrored; addresses, values, code and keys are not', async ({ page }) => {
  await openAt(page, TERMINAL);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('[data-transcript]')).toContainText('סוכן: שלום, world! נשמר ב- ~/a.txt');
  const left = async (selector: string): Promise<number> => (await page.locator(selector).first().boundingBox())!.x;
  const direction = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await left('.status__where')).toBeGreaterThan(await left('.status__hint'));
  expect(await left('.window--terminal .traffic-lights')).toBeGreaterThan(await left('.window--terminal .window__title'));
  await expect(page.locator('.window__title bdi')).toHaveText('~/project');
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, SIGN_IN);
  expect(await left('.callback [data-id="head"]')).toBeGreaterThan(await left('.callback .part-table'));
  expect(await left('.callback td:first-child')).toBeGreaterThan(await left('.callback td:last-child'));
  expect(
    await Promise.all(['.callback .part-heading', '.browser__address span', '.controls', '.callback [data-id="done"] bdi'].map(direction)),
  ).toEqual(['rtl', 'ltr', 'ltr', 'ltr']);
  await expect(page.locator('.callback td:last-child').first()).toHaveCSS('unicode-bidi', 'plaintext');
  await page.keyboard.press('ArrowRight');
  await expectSettled(page, BOARD);
  expect(await left('.points__mark')).toBeGreaterThan(await left('.points__item > span:last-child'));
  expect(await direction('.code__lines')).toBe('ltr');
  await page.keyboard.press('?');
  expect(await direction('dialog')).toBe('ltr');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await expectSettled(page, SIGN_IN);
});

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const) {
  test(`the controls cover no text of the status bar at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openAt(page, TERMINAL);
    const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
    const controls = await box('.controls');
    for (const selector of ['.status__where bdi', '.progress', '.status__topic', '.status__hint', '.foot bdi']) {
      const { x, y, width: wide, height: high } = await box(selector);
      const apart =
        x >= controls.x + controls.width || x + wide <= controls.x || y >= controls.y + controls.height || y + high <= controls.y;
      expect(apart, selector).toBe(true);
    }
  });
}

test('the speaker window, the embedded page and the page without JavaScript have the same direction', async ({ page, browser }) => {
  await page.goto(`${PAGE}?speaker=x`);
  await expect(page.locator('.speaker')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('.speaker-notes__text p').first()).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.speaker .stop-thumbnail').first()).toHaveAttribute('dir', 'rtl');
  await page.goto('about:blank');
  await page.goto(`${PAGE}?embed`);
  await expect(page.locator('.poster__title')).toHaveText(RTL_FILES['story.json'].title);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const noScript = await browser.newContext({ javaScriptEnabled: false });
  const plain = await noScript.newPage();
  await plain.goto(PAGE);
  await expect(plain.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(plain.locator('.transcript')).toContainText('שלום, world! נשמר ב- ~/a.txt');
  await noScript.close();
});

test('every letter is drawn by a font of the page', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  for (const [stop, selector] of [
    [TERMINAL, '.xterm-rows'],
    [SIGN_IN, '.callback'],
    [BOARD, '.board'],
    [RECORDING, '.xterm-rows'],
  ] as const) {
    await openAt(page, stop);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1 });
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: `${selector} *` });
    const used = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
    const foreign = used.flatMap(({ fonts }) => fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName));
    expect(foreign, `stop ${stop}`).toEqual([]);
  }
});
