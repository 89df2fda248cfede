import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { findBrowser } from '../../src/chromium/browser';
import { startStaticServer } from '../support/staticServer';

const run = promisify(execFile);
/** Environment of a user's shell, without what npm tells its scripts. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD|SCENES|NODE_ENV)/u.test(name)));

let folder = '';
let server: ChildProcess | undefined;

/** The installed command, as `npx understudy` runs it. */
const command = (): string => path.join(folder, 'node_modules/understudy-demo/src/cli/understudy.mjs');
const understudy = (...args: readonly string[]) => run(process.execPath, [command(), ...args], { cwd: folder, env });

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = await mkdtemp(path.join(tmpdir(), 'bare [1] '));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { env, maxBuffer: 1e8 });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], { cwd: folder, env });
});
test.afterAll(async () => {
  server?.kill();
  await rm(folder, { recursive: true, force: true });
});

test('the tarball, installed in an empty folder, starts a story and builds it', async ({ page }) => {
  const { stdout } = await understudy('new', 'my-talk');
  expect(stdout).toContain('npx understudy dev my-talk');
  await understudy('build', 'my-talk', '--base', '/talks/');
  expect((await readdir(path.join(folder, 'my-talk'))).toSorted()).toEqual(
    [
      '.github',
      '.gitignore',
      '.understudy',
      'README.md',
      'comparison.json',
      'dist',
      'package.json',
      'story.json',
      'terminal.json',
    ].toSorted(),
  );
  const { url, close } = await startStaticServer(path.join(folder, 'my-talk/dist'), { basePaths: ['/talks/'] });
  await page.goto(`${url}?motion=off#/comparison/1`);
  await expect(page.locator('[data-transcript]')).toContainText('Say hello to everybody.');
  await close();
});

test('the installed dev server shows an edit, and keeps the stop', async ({ page }) => {
  server = spawn(process.execPath, [command(), 'dev', 'my-talk', '--port', '0'], { cwd: folder, env: { ...env, NO_COLOR: '1' } });
  let printed = '';
  while (!/http:\/\/\S+:\d+\//u.test(printed)) printed += String(((await once(server.stdout!, 'data')) as [Buffer])[0]);
  await page.goto(`${/http:\/\/\S+:\d+\//u.exec(printed)![0]}?motion=off#/terminal/1`);
  await expect(page.locator('[data-transcript]')).toContainText('greet --json world');
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  const file = path.join(folder, 'my-talk/terminal.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('greet --json', 'greet --yaml'));
  await expect(page.locator('[data-transcript]')).toContainText('greet --yaml world');
  await expect(page.locator('body')).toHaveAttribute('data-same-page', '');
  expect(await page.locator('html').getAttribute('data-stop')).toBe('1');
});

test('the installed check and export use a browser of this computer', async () => {
  const browser = await findBrowser();
  Object.assign(env, browser.env, { CHROMIUM_PATH: browser.executablePath });
  const { stdout } = await understudy('check', 'my-talk');
  expect(stdout).toContain('0 errors, 0 warnings');
  await understudy('export', 'pdf', 'my-talk', '-o', 'talk.pdf');
  expect((await readFile(path.join(folder, 'talk.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
});
