import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, test, type Page } from '@playwright/test';

/**
 * An author edits a story while it plays: `SCENES=folder npm run dev` in a real browser. test/vite/devServer.test.ts
 * checks what the server sends; this checks what the page does with it.
 */

// In sequence: dev servers of one checkout share Vite's cache of bundled packages.
test.describe.configure({ mode: 'default' });

let folder: string;
let running: ChildProcess | undefined;

test.beforeEach(async () => {
  // A name with spaces, which URLs and shells must escape.
  folder = await mkdtemp(path.join(tmpdir(), 'under study '));
  await cp('examples/hello', folder, { recursive: true });
});

test.afterEach(async () => {
  running?.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the dev server on the folder, with the trailing slash of a shell's completion. Returns its address. */
async function dev(): Promise<string> {
  const server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '0'], {
    env: { ...process.env, SCENES: `${folder}/`, NO_COLOR: '1' },
  });
  running = server;
  let output = '';
  for (;;) {
    const [chunk] = (await once(server.stdout, 'data')) as [Buffer];
    output += chunk.toString();
    const address = /http:\/\/\S+:\d+\//u.exec(output)?.[0];
    if (address) return address;
  }
}

async function edit(name: string, from: string, to: string): Promise<void> {
  const text = await readFile(path.join(folder, name), 'utf8');
  expect(text).toContain(from);
  await writeFile(
    path.join(folder, name),
    text.replace(from, () => to),
  );
}

const overlay = (page: Page) => page.locator('vite-error-overlay');
const transcript = (page: Page) => page.locator('[data-transcript]');
const at = (page: Page) => page.locator('html').getAttribute('data-stop');

test('edits, errors and new files update the page without a reload and keep the stop', async ({ page }) => {
  const address = await dev();
  await page.goto(`${address}?motion=off#/terminal/1`);
  await expect(transcript(page)).toContainText('greet --json world');
  await page.waitForLoadState('networkidle');
  // A reload would remove it.
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));

  await edit('terminal.json', 'greet --json', 'greet --yaml');
  await expect(transcript(page)).toContainText('greet --yaml world');

  await edit('terminal.json', '"label": "// output"', '"lable": "// output"');
  await expect(overlay(page)).toContainText('terminal.json:21:27');
  await edit('comparison.json', '"bad"', '"bda"');
  await expect(overlay(page)).toContainText('The story has 2 problems');
  await expect(overlay(page)).toContainText('Did you mean "label"?');
  await expect(overlay(page)).toContainText('Did you mean "bad"?');
  await expect(overlay(page)).toContainText('"lable": "// output", "json"');
  await expect(transcript(page)).toContainText('greet --yaml world');
  await edit('comparison.json', '"bda"', '"bad"');
  await edit('terminal.json', '"lable"', '"label"');
  await expect(overlay(page)).toHaveCount(0);

  // A file that is listed before it exists.
  await edit('story.json', '"terminal.json"', '"extra.json", "terminal.json"');
  await expect(overlay(page)).toContainText('extra.json');
  await writeFile(
    path.join(folder, 'extra.json'),
    (await readFile(path.join(folder, 'terminal.json'), 'utf8')).replace('"id": "terminal"', '"id": "extra"'),
  );
  await expect(overlay(page)).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-stops', '6');
  expect(await at(page), 'the same stop, two further on').toBe('3');

  await edit('story.json', '"extra.json", ', '');
  await rm(path.join(folder, 'extra.json'));
  await expect(page.locator('html')).toHaveAttribute('data-stops', '4');
  await expect(overlay(page)).toHaveCount(0);
  expect(await at(page)).toBe('1');
  expect(page.url()).toMatch(/#\/terminal\/1$/u);
  await expect(page.locator('body[data-same-page]')).toHaveCount(1);
});

test('a story that is broken when the server starts plays once it is corrected', async ({ page }) => {
  await edit('story.json', '"id": "hello",', '"id": "hello"');
  const address = await dev();
  await page.goto(`${address}?motion=off#/terminal/1`);
  await expect(overlay(page)).toContainText('story.json:4:3');
  await edit('story.json', '"id": "hello"', '"id": "hello",');
  // Vite may have to bundle the packages first.
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled', { timeout: 90_000 });
  await expect(overlay(page)).toHaveCount(0);
  await expect(transcript(page)).toContainText('greet --json world');
});
