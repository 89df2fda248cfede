import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { axeViolations } from '../support/axe';
import { expectInOrder, missingTexts, openStop } from '../support/page';
import { terminalRows } from '../support/screen';
import { LAST_STOP, SCENE_STARTS, STOP_COUNT, TITLE, STOP_TEXTS } from '../support/demoScript';

const run = promisify(execFile);
let folder = '';

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'handout-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `npm run export` for the story in `scenes`. Returns the files it wrote. */
async function exportedFrom(scenes: string, ...args: readonly string[]): Promise<string[]> {
  const env = { ...process.env, SCENES: scenes };
  const { stdout } = await run(process.execPath, ['src/cli/understudy.mjs', 'export', ...args], { env });
  // Each line says what was written, and how big it is.
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.replace(/: (?:\d+ (?:page|stop|picture|message)s?, )?[\d.]+ [kM]B$/u, ''))
    .filter((file) => path.extname(file) !== '');
}

const exported = (...args: readonly string[]): Promise<string[]> => exportedFrom('', ...args);

async function readPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(data), verbosity: 0 }).promise;
}

/** Returns the text of a page, in selection order. */
async function textOf(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

/** How the notes of the first stop begin. */
const SAY = 'This is an ordinary coding agent in an ordinary project.';

/** The texts of a stop on paper. */
const printedTexts = (stop: number): readonly string[] => STOP_TEXTS[stop]!.filter((text) => !text.startsWith('name@'));

async function expectStops(pdf: PDFDocumentProxy): Promise<void> {
  expect(pdf.numPages).toBe(STOP_COUNT);
  for (let stop = 0; stop < STOP_COUNT; stop += 1)
    expect.soft(missingTexts(await textOf(pdf, stop + 1), printedTexts(stop)), `page ${stop + 1}`).toEqual([]);
}

test('a PDF has a page for each stop, its text in order, its title and a bookmark for each scene and stop', async () => {
  const [file = ''] = await exported('pdf', '-o', path.join(folder, 'talk.pdf'));
  const pdf = await readPdf(await readFile(file));
  await expectStops(pdf);
  // Rows of the terminal, then both sides of the board, in reading order.
  expectInOrder(await textOf(pdf, 2), STOP_TEXTS[1]!);
  expectInOrder(await textOf(pdf, STOP_COUNT), [...STOP_TEXTS[LAST_STOP - 1]!.slice(0, 7), ...STOP_TEXTS[LAST_STOP]!]);
  expect(missingTexts(await textOf(pdf, 1), [SAY])).toEqual([SAY]);
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  expect(width / height).toBeCloseTo(16 / 9, 2);

  expect(((await pdf.getMetadata()).info as { Title: string }).Title).toBe(TITLE);
  const [story, ...others] = await pdf.getOutline();
  expect(others).toEqual([]);
  expect(story!.title).toBe(TITLE);
  expect(story!.items).toHaveLength(SCENE_STARTS.length);
  const bookmarks = story!.items.flatMap(({ items }) => items);
  const pages = await Promise.all(bookmarks.map(async ({ dest }) => pdf.getPageIndex((dest as [{ num: number; gen: number }])[0])));
  expect(pages).toEqual(Array.from({ length: STOP_COUNT }, (_, index) => index));
});

test('notes and messages are printed below their stop on portrait pages, and only on request', async () => {
  const [noted = ''] = await exported('pdf', '--notes', '--wire', '--scene', 'agent', '-o', path.join(folder, 'notes.pdf'));
  const pdf = await readPdf(await readFile(noted));
  expect(pdf.numPages).toBe(SCENE_STARTS[1]);
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  expect(height).toBeGreaterThan(width);
  expect(missingTexts(await textOf(pdf, 1), [SAY, 'Point at:', 'On the wire', 'POST /mcp initialize', 'as deployed'])).toEqual([]);
});

test('PNG files have the requested size and are named by stop, scene and step', async () => {
  const files = await exported('png', '--scene', 'callback', '--size', '640x360', '--dpr', '2', '-o', path.join(folder, 'pictures'));
  expect(files.map((file) => path.basename(file))).toEqual(['05-callback-0.png']);
  const image = await readFile(files[0]!);
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1280, 720]);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test.describe('the handout page', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  test('can be read without JavaScript and sends no request', async ({ page, browser }) => {
    const [file = ''] = await exported('html', '--transcript', '--wire', '-o', path.join(folder, 'talk.html'));
    const requests: string[] = [];
    const trouble: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(request.url());
    });
    page.on('console', (message) => trouble.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    expect(requests).toEqual([pathToFileURL(file).href]);
    expect(trouble).toEqual([]);
    await expect(page).toHaveTitle(TITLE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(SCENE_STARTS.length);
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(STOP_COUNT);
    for (const [stop, each] of (await page.locator('.handout__page').all()).entries())
      expectInOrder(await each.locator('.handout__transcript').innerText(), printedTexts(stop));
    await expect(page.getByRole('group', { name: 'On the wire' })).toHaveCount(STOP_COUNT);

    const scripted = await browser.newPage({ javaScriptEnabled: true, bypassCSP: true });
    await scripted.goto(pathToFileURL(file).href);
    expect(await axeViolations(scripted)).toEqual([]);
    await scripted.close();
  });
});

/** Waits until printing shows the handout, whose code loads when the page is idle. */
async function expectPrintable(page: Page): Promise<void> {
  const prints = (): Promise<boolean> =>
    page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      const shown = document.querySelector('.handout') !== null;
      dispatchEvent(new Event('afterprint'));
      return shown;
    });
  await expect.poll(prints).toBe(true);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

test('the browser prints the same handout from any stop, in the light theme, and shows the stage as before', async ({ page }) => {
  await openStop(page, 8);
  await expectPrintable(page);
  const before = await terminalRows(page);
  await expectStops(await readPdf(await page.pdf({ preferCSSPageSize: true })));
  await expect(page.locator('.handout')).toHaveCount(0);
  await expect(page.locator('html')).not.toHaveAttribute('data-handout');
  await expect.poll(() => terminalRows(page)).toEqual(before);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-stop', '9');
});

test('exports have the requested story and values, as its files are now, if dist/ is of another; its preview is refused', async () => {
  const before = await readFile('dist/index.html', 'utf8');
  const scenes = path.join(folder, 'my-talk');
  await cp('examples/hello', scenes, { recursive: true });
  const [page = ''] = await exportedFrom(scenes, 'html', '--set', 'name=Zoë', '-o', path.join(folder, 'asked.html'));
  const text = await readFile(page, 'utf8');
  expect(text).toContain('<title>Hello, Understudy');
  expect(text).toContain('Zoë');

  const story = path.join(scenes, 'story.json');
  await writeFile(story, (await readFile(story, 'utf8')).replace('Hello, Understudy', 'Edited since'));
  const [pdf = ''] = await exportedFrom(scenes, 'pdf', '-o', path.join(folder, 'asked.pdf'));
  expect(((await (await readPdf(await readFile(pdf))).getMetadata()).info as { Title: string }).Title).toContain('Edited since');

  const preview = run(process.execPath, ['src/cli/understudy.mjs', 'preview', scenes, '--port', '0']);
  await expect(preview).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`dist does not hold the story in ${scenes} as its files are now.`),
  });
  expect(await readFile('dist/index.html', 'utf8')).toBe(before);
});
