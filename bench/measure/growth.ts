import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { buildInto } from '../../src/vite/withBuild';
import { rotateForRound } from '../report/stats';
import { serveFolders } from '../serveFolders';
import { writeGeneratedStory, type StorySize } from '../generatedStory';
import { measureStart } from './start';
import { measureHeapSize, openAndWait, perCpu, withPage, type CpuSlowdown } from './withPage';

export interface StorySizeResult {
  readonly size: StorySize;
  readonly buildMs: number;
  /** Compressed size of pages, scripts and style sheets in KiB. */
  readonly bytes: number;
  /** Milliseconds from navigation until the first stop is settled. */
  readonly starts: Readonly<Record<CpuSlowdown, number[]>>;
  readonly samples: readonly VisitSample[];
}

interface VisitSample {
  readonly cpu: CpuSlowdown;
  readonly fcp: number;
  /** Milliseconds from a change of the hash until the stop is settled. */
  readonly jumps: readonly number[];
  /** MiB. */
  readonly heap: number;
}

/** The stops to jump to, as fractions of the story. */
const JUMP_TARGETS = [1, 0, 0.5, 0.99, 0.1, 0.75, 0.25, 0.9, 0.03, 0.6];

/** How often each story is started, and how often it is visited for jumps. */
interface GrowthRounds {
  readonly starts: number;
  readonly visits: number;
}

/** Builds a story of each size, and measures them in turn. */
export async function measureGrowth(
  browser: Browser,
  sizes: readonly StorySize[],
  rounds: GrowthRounds,
  cpus: readonly CpuSlowdown[],
  log: (text: string) => void,
): Promise<readonly StorySizeResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-bench-'));
  try {
    const grown: (Omit<StorySizeResult, 'samples'> & { readonly name: string; readonly samples: VisitSample[] })[] = [];
    for (const [index, size] of sizes.entries()) {
      log(`building a story of ${size.label}`);
      const name = `story-${index}`;
      const scenes = path.join(folder, `${name}-scenes`);
      await writeGeneratedStory(scenes, size);
      const started = performance.now();
      await buildInto(scenes, path.join(folder, name));
      grown.push({
        name,
        size,
        buildMs: performance.now() - started,
        bytes: await compressedKib(path.join(folder, name)),
        starts: perCpu(),
        samples: [],
      });
    }
    const server = await serveFolders(new Map(grown.map(({ name }) => [name, path.join(folder, name)])));
    try {
      const address = (name: string): string => `${server.url}/${name}/?motion=off`;
      for (let round = 0; round < rounds.starts; round += 1) {
        for (const cpu of cpus)
          for (const { name, starts } of rotateForRound(grown, round))
            starts[cpu].push((await measureStart(browser, address(name), cpu)).settled);
      }
      log(`growth: ${rounds.starts} starts`);
      for (let round = 0; round < rounds.visits; round += 1) {
        for (const cpu of cpus) for (const { name, samples } of grown) samples.push(await measureVisit(browser, address(name), cpu));
        log(`growth: round ${round + 1} of ${rounds.visits}`);
      }
    } finally {
      server.close();
    }
    return grown;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compressedKib(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(html|js|css)$/u.test(file));
  const sizes = files.map(async (file) => gzipSync(await readFile(path.join(folder, file))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

function measureVisit(browser: Browser, url: string, cpu: CpuSlowdown): Promise<VisitSample> {
  return withPage(browser, cpu, async ({ page, session }) => {
    await openAndWait(page, url);
    await page.waitForFunction(() => document.documentElement.dataset['state'] === 'settled');
    const { fcp } = await page.evaluate(() => window.bench.paints());
    const jumps: number[] = [];
    for (const part of JUMP_TARGETS) jumps.push(await measureJump(page, part));
    return { cpu, fcp, jumps, heap: await measureHeapSize(session) };
  });
}

/** Changes the hash. Returns the milliseconds until the stop is settled. */
function measureJump(page: Page, part: number): Promise<number> {
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
