import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { readTables, toDataView, writeFont } from '../../src/fonts/sfnt';
import { completeTheme } from '../../src/themes/completeTheme';
import { startStaticServer, type StaticServer } from '../support/staticServer';
import { expectSettled } from '../support/page';

const paper = completeTheme('paper');
const rgb = (colour: string): string => `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`;
const WINDOW = '#20302f';

let folder = '';
let host: StaticServer;

/** A font with equally wide characters that are narrower than those of the bundled one. */
async function narrowMono(): Promise<Uint8Array> {
  const tables = readTables(await readFile('node_modules/dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'));
  toDataView(tables.get('head')!).setUint16(18, 2300);
  return writeFont(tables);
}

test.beforeAll(async () => {
  test.slow();
  folder = await mkdtemp(path.join(tmpdir(), 'understudy-theme-'));
  const story = path.join(folder, 'story');
  await cp('examples/hello', story, { recursive: true });
  await writeFile(path.join(story, 'mono.ttf'), await narrowMono());
  await cp('node_modules/inter-ui/variable/InterVariable.woff2', path.join(story, 'sans.woff2'));
  const theme = {
    extends: 'paper',
    dark: { window: WINDOW },
    fonts: { sans: 'sans.woff2', mono: { regular: 'mono.ttf', bold: 'mono.ttf' } },
  };
  await writeFile(path.join(story, 'understudy.config.json'), JSON.stringify({ theme }));
  const out = path.join(folder, 'dist');
  await promisify(execFile)(process.execPath, ['src/cli/understudy.mjs', 'build', story, '--out', out, '--only', 'index.html']);
  host = await startStaticServer(out);
});
test.afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

const style = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('a theme reaches stage, terminal and the tags of the page', async ({ page }) => {
  await page.goto(`${host.url}?motion=off#/1`);
  await expectSettled(page, 1);
  expect(await style(page, '.window--terminal', 'background-color')).toBe(rgb(WINDOW));
  expect(await style(page, '.window__bar', 'background-color')).toBe(rgb(paper.dark.windowBar));
  expect(await style(page, '.window', 'border-radius')).toBe(await page.evaluate(() => `${(6 * innerHeight) / 1080}px`));
  expect(await style(page, '.status__where', 'color')).toBe(rgb(paper.dark.chrome));
  const textColours = (): Promise<string[]> =>
    page.locator('.xterm-rows span').evaluateAll((spans) => spans.map((span) => getComputedStyle(span).color));
  expect(await textColours()).toContain(rgb(paper.dark.roles.text));
  await expect(page.locator('.traffic-lights')).toBeHidden();
  await expect(page.locator('meta[name="theme-color"]')).toHaveAttribute('content', paper.dark.backdrop);

  await page.keyboard.press('d');
  await expect.poll(textColours).toContain(rgb(paper.light.roles.text));
  expect(await style(page, '.window--terminal', 'background-color')).toBe(rgb(paper.light.window));
  await page.keyboard.press('?');
  expect(await style(page, '.dialog', 'background-color')).toBe(rgb(paper.light.window));
});

test('the fonts of a theme are used, and keep the cells and rows of the terminal', async ({ page }) => {
  await page.goto(`${host.url}?motion=off#/1`);
  await expectSettled(page, 1);
  const { mono, height, sans, loaded } = await page.evaluate(async () => {
    await document.fonts.ready;
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = '1000px "Understudy Mono"';
    const { width, fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('W');
    return {
      mono: width,
      height: fontBoundingBoxAscent + fontBoundingBoxDescent,
      sans: getComputedStyle(document.querySelector('.status__where')!).fontFamily,
      loaded: performance
        .getEntriesByType('resource')
        .map(({ name }) => /([\w-]+)\.woff2/u.exec(name)?.[1])
        .filter(Boolean),
    };
  });
  // Hinting may round to whole pixels.
  expect(Math.abs(mono - (1000 * 1233) / 2048)).toBeLessThan(1);
  expect(Math.abs(height - (1000 * (1901 + 483)) / 2048)).toBeLessThan(2);
  expect(sans).toContain('"Understudy Theme"');
  expect(loaded.some((name) => name?.startsWith('theme-mono-400'))).toBe(true);
  expect(loaded.some((name) => name?.startsWith('theme-sans'))).toBe(true);
});

test('a theme reaches the speaker window, the handout and the embedded page', async ({ page }) => {
  await page.goto(`${host.url}?speaker=x`);
  await expect(page.locator('body')).toContainText('Next');
  expect(await style(page, 'body', 'background-color')).toBe(rgb(paper.dark.backdrop));
  expect(await style(page, '.stop-thumbnail .window', 'background-color')).toBe(rgb(WINDOW));

  await page.goto(`${host.url}?handout`);
  await expectSettled(page, 0);
  expect(await style(page, '.handout .window', 'background-color')).toBe(rgb(paper.light.window));
  expect(await style(page, '.handout__stop', 'color')).toBe(rgb(paper.light.chrome));
  await page.goto(`${host.url}?handout&theme=dark`);
  await expectSettled(page, 0);
  expect(await style(page, '.handout__page', 'background-color')).toBe(rgb(paper.dark.backdrop));

  await page.goto(`${host.url}?embed`);
  expect(await style(page, '.poster', 'color')).toBe(rgb(paper.dark.chrome));
});
