import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../src/project/project.mjs';
import { formatNumber, formatRatio, formatTable } from '../report/format';
import { median, pairedRatio } from '../report/stats';
import { measureInstalledSize, type InstalledSize } from './installedSize';

const run = promisify(execFile);

/** Milliseconds, a value for each round. */
interface Times {
  readonly start: number[];
  readonly edit: number[];
  readonly build: number[];
}

export interface ToolResults {
  readonly sizes: Readonly<Record<string, InstalledSize | undefined>>;
  readonly ours: Times;
  readonly bare: Times;
}

/** A text of both files that the pages show, and that an edit replaces. */
const TEXT = 'Token received from Cognito';

/** What is compared: a program, its arguments, and an edit that shows. */
interface Subject {
  readonly times: Times;
  readonly dev: readonly string[];
  readonly build: readonly string[];
  readonly file: string;
  readonly hash: string;
  /** Matches once the page runs. */
  readonly ready: string;
}

/** Measures the packed and installed package beside a bare Vite project, by turns. */
export async function measureTool(browser: Browser, rounds: number, log: (text: string) => void): Promise<ToolResults> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-tool-'));
  try {
    log('packing and installing the package');
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, maxBuffer: 1e8 });
    const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], { cwd: folder });
    await cp(path.join(ROOT, 'scenes'), path.join(folder, 'talk'), { recursive: true });
    await cp(path.join(ROOT, 'bench/tool/bare'), path.join(folder, 'bare'), { recursive: true });
    const subjects = createSubjects(folder);
    for (let round = 0; round < rounds; round++) {
      for (const [name, subject] of Object.entries(subjects)) {
        log(`tool, round ${round + 1} of ${rounds}: ${name}`);
        await measureDev(subject, folder, browser);
        const started = performance.now();
        await run(process.execPath, [...subject.build], { cwd: folder });
        subject.times.build.push(performance.now() - started);
      }
    }
    const bench = path.join(ROOT, 'bench');
    return {
      sizes: {
        Understudy: await measureInstalledSize(folder, 'understudy-demo'),
        Slidev: await measureInstalledSize(bench, '@slidev/cli'),
        'reveal.js': await measureInstalledSize(bench, 'reveal.js'),
      },
      ours: subjects.ours.times,
      bare: subjects.bare.times,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function createSubjects(folder: string): Readonly<Record<'ours' | 'bare', Subject>> {
  const understudy = path.join(folder, 'node_modules/understudy-demo/src/cli/understudy.mjs');
  const vite = path.join(folder, 'node_modules/vite/bin/vite.js');
  const port = ['--port', '0'];
  return {
    ours: {
      times: { start: [], edit: [], build: [] },
      dev: [understudy, 'dev', 'talk', ...port],
      build: [understudy, 'build', 'talk'],
      file: path.join(folder, 'talk/comparison.json'),
      hash: '?motion=off#/comparison',
      ready: 'html[data-state="settled"]',
    },
    bare: {
      times: { start: [], edit: [], build: [] },
      dev: [vite, 'bare', '--host', '127.0.0.1', ...port],
      build: [vite, 'build', 'bare'],
      file: path.join(folder, 'bare/text.js'),
      hash: '',
      ready: 'body',
    },
  };
}

async function measureDev({ dev, file, hash, ready, times }: Subject, cwd: string, browser: Browser): Promise<void> {
  const started = performance.now();
  const server = spawn(process.execPath, [...dev], { cwd, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let printed = '';
      server.stdout.on('data', (data: Buffer) => {
        printed += String(data);
        const address = /http:\/\/\S+:\d+\//u.exec(printed)?.[0];
        if (address !== undefined) resolve(address);
      });
      server.once('exit', () => reject(new Error(`The server ended: ${printed}`)));
    });
    await (await fetch(url)).text();
    times.start.push(performance.now() - started);

    const page = await browser.newPage();
    await page.goto(url + hash);
    await page.waitForSelector(ready);
    await page.waitForFunction((words) => document.body.textContent.includes(words), TEXT);
    // The watcher is ready a moment after the page.
    await page.waitForTimeout(1000);
    const edited = `Edited ${times.edit.length}`;
    const before = await readFile(file, 'utf8');
    const shown = page.waitForFunction((words) => document.body.textContent.includes(words), edited);
    const saved = performance.now();
    await writeFile(file, before.replace(TEXT, edited));
    await shown;
    times.edit.push(performance.now() - saved);
    await writeFile(file, before);
    await page.close();
  } finally {
    server.kill();
  }
}

/** Returns the tables of the tool. */
export function formatTool({ sizes, ours, bare }: ToolResults): string {
  const sizeRows = Object.entries(sizes).map(([name, size]) =>
    size ? [name, formatNumber(size.megabytes), String(size.packages)] : [name, 'not installed', ''],
  );
  const row = (label: string, key: keyof Times, target: string): readonly string[] => [
    label,
    formatNumber(median(ours[key])),
    formatNumber(median(bare[key])),
    formatRatio(pairedRatio(ours[key], bare[key])),
    target,
  ];
  return [
    '## The command',
    'Installed from the tarball, beside a bare Vite project (one module, hot updates) that runs by turns with it. Target: 130 MB.',
    formatTable(['installed', 'MB', 'packages'], sizeRows),
    formatTable(
      ['median, ms', 'understudy', 'bare Vite', 'ratio', 'target'],
      [row('dev: start → page answered', 'start', '1500'), row('dev: save → edit shown', 'edit', '150'), row('build', 'build', '–')],
    ),
  ].join('\n\n');
}
