/**
 * `npm run bench`: our page beside the same twelve stops in other tools, measured by turns in one run of a real browser.
 *
 * - `decks/` makes the decks from scenes/; their packages are in this folder's own package.json and come on first use
 * - `measure/` takes the times, each in a page of its own; `run.ts` lets the pages take turns
 * - `report/` turns them into tables and says which targets are met
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ROOT } from '../src/project/root';
import { findBrowser } from '../src/chromium/browser';
import { withBuild } from '../src/vite/withBuild';
import { BENCHMARK_PAGES, type BenchmarkPage } from './benchmarkPages';
import { buildDeck, DECKS_WITH_PACKAGES, loadSlides } from './decks/build';
import { HELP, parseBenchOptions } from './options';
import { formatDocument, formatSections, type RunEnvironment } from './report/document';
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
  const contestants = BENCHMARK_PAGES.filter(({ name }) => options.only.has(name));
  if (contestants.some(({ name }) => DECKS_WITH_PACKAGES.has(name))) install();

  // Whoever runs us may have said otherwise; every page is measured as it is published.
  process.env['NODE_ENV'] = 'production';
  const started = Date.now();
  const say = (text: string): void => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${text}`);
  const slides = await loadSlides();
  for (const { name, label } of contestants) {
    if (name === 'ours') continue;
    say(`building: ${label}`);
    await buildDeck(name, slides);
  }
  const runBenchmarks = async (ours: string): Promise<void> => {
    const server = await serveFolders(new Map(contestants.map(({ name, folder = ours }) => [name, folder])));
    const { executablePath, env } = await findBrowser();
    const browser = await chromium.launch({ executablePath, ...(env && { env }) });
    try {
      const markers = slides.flatMap(({ stops }) => stops.map(({ marker }) => marker));
      const results = await measureAll({ browser, pages: contestants, url: server.url, markers, options, log: say });
      if (options.whole) {
        await writeFile(path.join(ROOT, DOCUMENT), formatDocument(results, await runEnvironment(contestants, browser.version())));
        say(`wrote ${DOCUMENT}`);
      }
      console.log(`\n${formatSections(results)}\n`);
    } finally {
      await browser.close();
      server.close();
    }
  };
  // The page that is measured is the demo's, whatever was built last.
  await withBuild('scenes', 'index.html', runBenchmarks, say);
}

/** Installs what the decks are made with, unless it is there as the lockfile has it. */
function install(): void {
  if (spawnSync('npm', ['ls', '--silent'], { cwd: BENCH_FOLDER, shell: process.platform === 'win32' }).status === 0) return;
  console.log('Installing the decks’ own packages in bench/, which happens once…');
  const { status } = spawnSync('npm', ['ci'], { cwd: BENCH_FOLDER, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm ci failed in bench/. Without the decks: npm run bench -- --only ours,static,xterm');
}

async function runEnvironment(contestants: readonly BenchmarkPage[], browser: string): Promise<RunEnvironment> {
  const packages: Partial<Record<BenchmarkPage['name'], string>> = { reveal: 'reveal.js', slidev: '@slidev/cli', spectacle: 'spectacle' };
  const versions = contestants.flatMap(({ name, label }) => {
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
