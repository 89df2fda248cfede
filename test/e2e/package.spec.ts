import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
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

/** Starts the installed dev server and returns its address. */
async function startDevServer(story: string): Promise<string> {
  server = spawn(process.execPath, [command(), 'dev', story, '--port', '0'], { cwd: folder, env: { ...env, NO_COLOR: '1' } });
  let printed = '';
  for (;;) {
    const [address] = /http:\/\/\S+:\d+\//u.exec(printed) ?? [];
    if (address !== undefined) return address;
    printed += String(((await once(server.stdout!, 'data')) as [Buffer])[0]);
  }
}

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
      'AGENTS.md',
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

test('the package has the digest for coding agents, and records where there is a terminal', async () => {
  const installed = (file: string) => readFile(path.join(folder, 'node_modules/understudy-demo', file), 'utf8');
  expect(await readFile(path.join(folder, 'my-talk/AGENTS.md'), 'utf8')).toBe(await installed('docs/digest.md'));
  expect(await installed('llms.txt')).toContain('](docs/digest.md)');
  await expect(understudy('record', 'my-talk')).rejects.toThrow('Recording needs a terminal');
});

test('the installed dev server shows an edit, and keeps the stop', async ({ page }) => {
  await page.goto(`${await startDevServer('my-talk')}?motion=off#/terminal/1`);
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
  // Neither may matter: the page is served for the command alone.
  await writeFile(path.join(folder, 'my-talk/understudy.config.json'), '{ "base": "/talks/", "outDir": "out" }');
  const { stdout } = await understudy('check', 'my-talk');
  expect(stdout).toContain('0 errors, 0 warnings');
  await understudy('export', 'pdf', 'my-talk', '-o', 'talk.pdf');
  expect((await readFile(path.join(folder, 'talk.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a talk with a kind of its own is built, stepped, checked and exported', async ({ page }) => {
  await cp('examples/chart', path.join(folder, 'chart'), { recursive: true });
  await understudy('build', 'chart');
  expect(await readdir(path.join(folder, 'chart/.understudy'))).toContain('scene.schema.json');
  expect(await readFile(path.join(folder, 'chart/.understudy/scene.schema.json'), 'utf8')).toContain('Bars that grow and shrink');
  const { url, close } = await startStaticServer(path.join(folder, 'chart/dist'));
  await page.goto(`${url}#/keys/0`);
  await page.waitForSelector('html[data-state="settled"]');
  await expect(page.locator('.chart__value').first()).toHaveText('46 keys');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.chart__value').first()).toHaveText('3 keys');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
  const width = () =>
    page
      .locator('.chart__bar svg')
      .first()
      .evaluate((bar) => bar.getBoundingClientRect().width);
  const after = await width();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
  expect(await width()).toBe(after);
  await close();
  expect((await understudy('check', 'chart')).stdout).toContain('0 errors, 0 warnings');
  await understudy('export', 'png', 'chart', '-o', 'pictures', '--scene', 'keys');
  expect(await readdir(path.join(folder, 'pictures'))).toHaveLength(3);
  const chunks = await readdir(path.join(folder, 'chart/dist/assets'));
  const scripts = await Promise.all(
    chunks.filter((name) => name.endsWith('.js')).map((name) => readFile(path.join(folder, 'chart/dist/assets', name), 'utf8')),
  );
  for (const absent of ['ZodError', 'titles and numbers', 'cognito']) expect(scripts.join('')).not.toContain(absent);
});

test('an edit of an own kind, of its styles and of its file shows in the dev server', async ({ page }) => {
  server?.kill();
  await page.goto(`${await startDevServer('chart')}?motion=off#/keys/1`);
  await expect(page.locator('.chart__value').first()).toHaveText('3 keys');
  const edit = async (name: string, from: string, to: string): Promise<void> => {
    const file = path.join(folder, 'chart', name);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  };
  await edit('keys.csv', '46,3,0', '46,4,0');
  await expect(page.locator('.chart__value').first()).toHaveText('4 keys');
  await edit('kinds/chart/ChartView.tsx', '{value} {scene.unit}', '{value} of {scene.unit}');
  await expect(page.locator('.chart__value').first()).toHaveText('4 of keys');
  await edit('keys.json', '"unit": "keys"', '"unti": "keys"');
  await expect(page.locator('vite-error-overlay')).toContainText('Did you mean "unit"?');
});

test('a kind that throws is one sentence for a build, and an overlay in dev', async ({ page }) => {
  await cp('examples/chart', path.join(folder, 'faulty'), { recursive: true });
  const file = path.join(folder, 'faulty/kinds/chart/ChartView.tsx');
  const good = await readFile(file, 'utf8');
  server?.kill();
  server = spawn(process.execPath, [command(), 'dev', 'faulty', '--port', '0'], { cwd: folder, env: { ...env, NO_COLOR: '1' } });
  let printed = '';
  while (!/http:\/\/\S+:\d+\//u.test(printed)) printed += String(((await once(server.stdout!, 'data')) as [Buffer])[0]);
  await page.goto(`${/http:\/\/\S+:\d+\//u.exec(printed)![0]}?motion=off#/terminal`);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'settled');
  await writeFile(file, good.replace('  const styleAt', "  if (from > -1) throw new Error('No paint.');\n  const styleAt"));
  const message = 'The view of the kind "chart" failed at step 1 of faulty/keys.json (stop #/keys/0): No paint.';
  await expect(page.locator('vite-error-overlay')).toContainText(message);
  const failure = (await understudy('build', 'faulty').catch((error: unknown) => error)) as {
    readonly stderr: string;
    readonly code: number;
  };
  expect(failure.code).toBe(1);
  expect(failure.stderr.trim().split('\n').at(-1)).toBe(message);
  expect((await readdir(path.join(folder, 'faulty'))).filter((name) => /dist/u.test(name))).toEqual([]);
  await writeFile(file, good);
  await expect(page.locator('vite-error-overlay')).toHaveCount(0);
});

test('the element is loaded on a server, where it does nothing, and its file has at most 3 kB in gzip', async () => {
  const code = `const { UnderstudyDemo } = await import('understudy-demo/element'); console.log(typeof UnderstudyDemo)`;
  expect((await run(process.execPath, ['--input-type=module', '-e', code], { cwd: folder, env })).stdout.trim()).toBe('function');
  const file = await readFile(path.join(folder, 'node_modules/understudy-demo/lib/package/element.js'));
  expect(gzipSync(file).length).toBeLessThanOrEqual(3000);
  expect(await readFile(path.join(folder, 'my-talk/dist/element.js'), 'utf8')).toContain('understudy-demo');
});

test('the tarball is right for npm and for TypeScript', async () => {
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await run('npx', ['publint', '--strict', path.join(folder, tarball)]);
  // Schemas are for editors, which know no TypeScript.
  await run('npx', ['attw', '--profile', 'esm-only', '--exclude-entrypoints', './schema/*.json', '--', path.join(folder, tarball)]);
});

/** A page with the element, in plain TypeScript and in React. */
const ELEMENT_PAGE = `import { UnderstudyDemo } from 'understudy-demo/react';

export const start = (): void => document.querySelector('understudy-demo')?.goTo('comparison/3');
const made = document.createElement('understudy-demo');
made.addEventListener('stopchange', ({ detail }) => document.title = detail.title + detail.stop.toFixed());
export const isDemo = (element: Element): boolean => element instanceof UnderstudyDemo && element.state === 'settled';

export const Page = () => (
  <understudy-demo src="/talk/" theme="auto" controls={false} onstopchange={({ detail }) => (document.title = detail.title)} />
);
export const ServerPage = () => <understudy-demo src="/talk/" controls="off" stop={3} />;
// @ts-expect-error There is no other word.
export const Neither = () => <understudy-demo controls="none" />;
// @ts-expect-error The event has another name.
export const Wrong = () => <understudy-demo onStopChange={() => {}} />;
`;

for (const resolution of ['nodenext', 'bundler'] as const)
  test(`a kind's author compiles it strictly against the installed types: ${resolution}`, async () => {
    await cp('examples/chart', path.join(folder, `types-${resolution}`), { recursive: true });
    for (const name of ['@types/react', 'csstype', '@types/node', 'undici-types'])
      await cp(path.join('node_modules', name), path.join(folder, 'node_modules', name), { recursive: true });
    const compilerOptions = {
      target: 'es2023',
      module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution: resolution,
      lib: ['es2023', 'dom'],
      jsx: 'react-jsx',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
      noEmit: true,
    };
    const project = path.join(folder, `types-${resolution}`);
    await writeFile(path.join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*'] }));
    await writeFile(path.join(project, 'package.json'), '{ "type": "module" }');
    await writeFile(path.join(project, 'page.tsx'), ELEMENT_PAGE);
    const { stdout } = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project]);
    expect(stdout).toBe('');
  });
