import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { ROOT } from '../../src/project/root';
import { inRound } from '../report/stats';
import { serve } from '../serveFolders';
import { writeStory, type Size } from '../generatedStory';
import { heapOf, onPage, settle, type Cpu } from './withPage';

/** A story of some size, built. */
export interface Grown {
  readonly size: Size;
  readonly buildMs: number;
  /** KiB of all pages and scripts, compressed. */
  readonly bytes: number;
  /** When the first stop stood with everything loaded, in milliseconds since the navigation began. */
  readonly starts: Readonly<Record<Cpu, number[]>>;
  readonly samples: readonly Sample[];
}

/** One visit to it. */
interface Sample {
  readonly cpu: Cpu;
  readonly fcp: number;
  /** From a change of the address to the stop's rows on screen, in milliseconds. */
  readonly jumps: readonly number[];
  /** MiB. */
  readonly heap: number;
}

/** Stops jumped to, as parts of the way. */
const JUMPS = [1, 0, 0.5, 0.99, 0.1, 0.75, 0.25, 0.9, 0.03, 0.6];

/** How often each story is started, and how often visited to jump about in it. */
interface Rounds {
  readonly starts: number;
  readonly visits: number;
}

/** Builds a story of each size in a folder of its own, and visits them by turns. */
export async function measureGrowth(
  browser: Browser,
  sizes: readonly Size[],
  rounds: Rounds,
  cpus: readonly Cpu[],
  say: (text: string) => void,
): Promise<readonly Grown[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-bench-'));
  try {
    const grown: (Omit<Grown, 'samples'> & { readonly name: string; readonly samples: Sample[] })[] = [];
    for (const [index, size] of sizes.entries()) {
      say(`building a story of ${size.label}`);
      const name = `story-${index}`;
      const scenes = path.join(folder, `${name}-scenes`);
      await writeStory(scenes, size);
      const started = performance.now();
      buildStory(scenes, path.join(folder, name));
      grown.push({
        name,
        size,
        buildMs: performance.now() - started,
        bytes: await bytesOf(path.join(folder, name)),
        starts: { 1: [], 4: [] },
        samples: [],
      });
    }
    const server = await serve(new Map(grown.map(({ name }) => [name, path.join(folder, name)])));
    try {
      const address = (name: string): string => `${server.url}/${name}/?motion=off`;
      for (let round = 0; round < rounds.starts; round += 1) {
        for (const cpu of cpus)
          for (const { name, starts } of inRound(grown, round)) starts[cpu].push(await start(browser, address(name), cpu));
      }
      say(`growth: ${rounds.starts} starts`);
      for (let round = 0; round < rounds.visits; round += 1) {
        for (const cpu of cpus) for (const { name, samples } of grown) samples.push(await visit(browser, address(name), cpu));
        say(`growth: round ${round + 1} of ${rounds.visits}`);
      }
    } finally {
      server.close();
    }
    return grown;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function buildStory(scenes: string, outDir: string): void {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, SCENES: scenes },
  });
  if (status !== 0) throw new Error(`A generated story did not build:\n${stderr || stdout}`);
}

async function bytesOf(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(html|js|css)$/u.test(file));
  const sizes = files.map(async (file) => gzipSync(await readFile(path.join(folder, file))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

/** When the first stop stands. */
function start(browser: Browser, url: string, cpu: Cpu): Promise<number> {
  return onPage(browser, cpu, async ({ page }) => {
    await page.addInitScript(() => {
      const look = (): void => {
        // At first there is not even an <html>.
        if (document.querySelector('html[data-state="settled"]')) performance.mark('settled');
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('settled').length > 0);
    return page.evaluate(() => performance.getEntriesByName('settled')[0]?.startTime ?? Number.NaN);
  });
}

function visit(browser: Browser, url: string, cpu: Cpu): Promise<Sample> {
  return onPage(browser, cpu, async ({ page, session }) => {
    await settle(page, url);
    await page.waitForFunction(() => document.documentElement.dataset['state'] === 'settled');
    const { fcp } = await page.evaluate(() => window.bench.paints());
    const jumps: number[] = [];
    for (const part of JUMPS) jumps.push(await jump(page, part));
    return { cpu, fcp, jumps, heap: await heapOf(session) };
  });
}

/** Goes to a stop as somebody who edits the address would. */
function jump(page: Page, part: number): Promise<number> {
  return page.evaluate(async (at) => {
    const { dataset } = document.documentElement;
    const stops = Number(dataset['stops']);
    const stop = Math.round(at * (stops - 1));
    const started = performance.now();
    location.hash = `#/${stop}`;
    while (dataset['stop'] !== String(stop) || dataset['state'] !== 'settled') await new Promise(requestAnimationFrame);
    return performance.now() - started;
  }, part);
}
