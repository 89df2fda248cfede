/**
 * `npm run bench` measures the demo and the same twelve stops in other tools, in turns in one browser.
 *
 * - `decks/` builds the decks from scenes/; `npm ci` in this folder installs their packages on first use
 * - `tool/` measures the installed command
 * - `measure/` measures one page; `measureAll.ts` lets the pages take turns
 * - `report/` writes tables, and which targets are met
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { ROOT } from '../src/project/project.mjs';
import { withBrowser } from '../src/chromium/browser';
import { withBuild } from '../src/vite/withBuild';
import { BENCHMARK_PAGES, type BenchmarkPage } from './benchmarkPages';
import { buildDeck, DECKS_WITH_PACKAGES, loadSlides } from './decks/build';
import { HELP, parseBenchOptions } from './options';
import { formatDocument, formatSections, type RunEnvironment } from './report/document';
import { formatTool, measureTool } from './tool/measureTool';
import { formatExports } from './exports/formatExports';
import { measureExports } from './exports/measureExports';
import { measureAll } from './measureAll';
import { serveFolders } from './serveFolders';

const BENCH_FOLDER = path.join(ROOT, 'bench');
const DOCUMENT = 'docs/benchmarks.md';

export async function main(argv: readonly string[]): Promise<void> {
  const options = parseBenchOptions(argv);
  if (!options) {
    console.log(HELP);
    return;
  }
  if (options.parts.size === 1 && options.parts.has('exports')) {
    console.log(`\n${formatExports(await measureExports(console.log))}\n`);
    return;
  }
  if (options.parts.size === 1 && options.parts.has('tool')) {
    console.log(`\n${formatTool(await withBrowser((browser) => measureTool(browser, options.rounds, console.log)))}\n`);
    return;
  }
  // These build their own pages.
  const only = [...options.parts].every((part) => part === 'talk' || part === 'morph' || part === 'captures' || part === 'remote')
    ? new Set(['ours'])
    : options.only;
  const pages = BENCHMARK_PAGES.filter(({ name }) => only.has(name));
  if (options.parts.has('morph') || pages.some(({ name }) => DECKS_WITH_PACKAGES.has(name))) installDeckPackages();

  // Measures every page as it is published, even if NODE_ENV was set otherwise.
  process.env['NODE_ENV'] = 'production';
  const started = Date.now();
  const log = (text: string): void => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${text}`);
  const slides = await loadSlides();
  for (const { name, label } of pages) {
    if (name === 'ours') continue;
    log(`building: ${label}`);
    await buildDeck(name, slides);
  }
  const runBenchmarks = async (demoFolder: string): Promise<void> => {
    const server = await serveFolders(new Map(pages.map(({ name, folder = demoFolder }) => [name, folder])));
    try {
      await withBrowser(async (browser) => {
        const markers = slides.flatMap(({ stops }) => stops.map(({ marker }) => marker));
        const results = await measureAll({ browser, pages, demo: demoFolder, url: server.url, markers, options, log });
        const tool = options.parts.has('tool') ? formatTool(await measureTool(browser, options.rounds, log)) : '';
        const exports = options.parts.has('exports') ? formatExports(await measureExports(log)) : '';
        const commands = [tool, exports].filter((text) => text !== '').join('\n\n');
        if (options.isFullRun) {
          await writeFile(path.join(ROOT, DOCUMENT), formatDocument(results, await runEnvironment(pages, browser.version()), commands));
          log(`wrote ${DOCUMENT}`);
        }
        console.log(`\n${formatSections(results)}\n\n${commands}\n`);
      });
    } finally {
      server.close();
    }
  };
  await withBuild('scenes', 'index.html', runBenchmarks, log);
}

/** Installs the packages of the decks, unless those of the lockfile are installed. */
function installDeckPackages(): void {
  const options = { cwd: BENCH_FOLDER, shell: process.platform === 'win32' };
  if (spawnSync('npm', ['ls', '--silent'], options).status === 0) return;
  console.log('Installing the decks’ own packages in bench/, which happens once…');
  const { status } = spawnSync('npm', ['ci'], { ...options, stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci failed in bench/. Without the decks: npm run bench -- --only ours,static,xterm');
}

async function runEnvironment(pages: readonly BenchmarkPage[], browser: string): Promise<RunEnvironment> {
  const packages: Partial<Record<BenchmarkPage['name'], string>> = { reveal: 'reveal.js', slidev: '@slidev/cli', spectacle: 'spectacle' };
  const versions = pages.flatMap(({ name, label }) => {
    const file = packages[name];
    return file === undefined ? [] : [{ label, file }];
  });
  const [processor] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`,
    browser: `Chromium ${browser}`,
    node: process.versions.node,
    versions: await Promise.all(versions.map(async ({ label, file }) => `${label} ${await packageVersion(file)}`)),
  };
}

async function packageVersion(name: string): Promise<string> {
  return (JSON.parse(await readFile(path.join(BENCH_FOLDER, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
}
