import type { Browser } from '@playwright/test';
import type { BenchmarkPage, PageName } from './benchmarkPages';
import { PRESS_INTERVALS_MS, measureBurst, BURST_STATES, type BurstState } from './measure/bursts';
import { measureFrames } from './measure/frames';
import { measureGrowth, type StorySizeResult } from './measure/growth';
import { measureHeap, type HeapGrowth } from './measure/heap';
import type { KeyLatency } from './measure/probe';
import { measureKeys } from './measure/keys';
import { measureLoad, measurePaint, type LoadMetrics } from './measure/loads';
import { CPU_SLOWDOWNS, type CpuSlowdown } from './measure/withPage';
import type { BenchOptions } from './options';
import { rotateForRound } from './report/stats';
import { STORY_SIZES } from './generatedStory';

interface BurstResult {
  readonly cpu: CpuSlowdown;
  readonly state: BurstState;
  readonly gap: number;
  readonly exact: boolean;
}

/** Everything one page showed, round by round. */
export interface PageResults {
  readonly name: PageName;
  readonly label: string;
  readonly loads: Readonly<Record<CpuSlowdown, LoadMetrics[]>>;
  /** Largest contentful paints without the page's own animations, in milliseconds. */
  readonly motionOffLcps: Readonly<Record<CpuSlowdown, number[]>>;
  /** First contentful paints, in milliseconds. */
  readonly paints: Readonly<Record<CpuSlowdown, number[]>>;
  readonly keys: Readonly<Record<CpuSlowdown, KeyLatency[]>>;
  readonly frames: Readonly<Record<CpuSlowdown, number[]>>;
  readonly bursts: BurstResult[];
  heap: HeapGrowth | undefined;
}

export interface BenchResults {
  readonly measured: readonly PageResults[];
  readonly growth: readonly StorySizeResult[];
  /** How often each part was measured, and how many walks the heap saw. */
  readonly rounds: Rounds;
}

interface Rounds {
  readonly paints: number;
  readonly loads: number;
  readonly keys: number;
  readonly bursts: number;
  readonly starts: number;
  readonly growth: number;
  readonly walks: number;
}

/** What to measure, and with what. */
export interface BenchRun {
  readonly browser: Browser;
  readonly pages: readonly BenchmarkPage[];
  /** Address the contestants are served at, each under its name. */
  readonly url: string;
  /** Each stop's own words. */
  readonly markers: readonly string[];
  readonly options: BenchOptions;
  readonly log: (text: string) => void;
}

/** A frame more or less is a tenth of a first paint, so there are many of them; what takes a minute is measured less often. */
function roundCounts({ rounds, quick }: BenchOptions): Rounds {
  return {
    paints: rounds * 5,
    loads: rounds,
    starts: rounds * 2,
    keys: Math.ceil(rounds / 2),
    bursts: Math.ceil(rounds / 4),
    growth: Math.ceil(rounds / 2),
    walks: quick ? 20 : 200,
  };
}

/** Measures every contestant, by turns within each round. The first visit of each is thrown away. */
export async function measureAll(run: BenchRun): Promise<BenchResults> {
  const { browser, options, log } = run;
  const rounds = roundCounts(options);
  const measured = run.pages.map(({ name, label }): PageResults => ({
    name,
    label,
    loads: { 1: [], 4: [] },
    motionOffLcps: { 1: [], 4: [] },
    paints: { 1: [], 4: [] },
    keys: { 1: [], 4: [] },
    frames: { 1: [], 4: [] },
    bursts: [],
    heap: undefined,
  }));
  const pairs = run.pages.map((contestant, index) => ({ contestant, own: measured[index]! }));
  const steppable = pairs.filter(({ contestant }) => contestant.isSteppable);
  const pageUrl = ({ name }: BenchmarkPage): string => `${run.url}/${name}/`;
  const motionOffUrl = (contestant: BenchmarkPage): string => pageUrl(contestant) + contestant.motionOffQuery;
  const isSelected = (part: Parameters<typeof options.parts.has>[0]): boolean => options.parts.has(part);

  if (isSelected('loads')) {
    for (const { contestant } of pairs) await measureLoad(browser, pageUrl(contestant), 1);
    for (let round = 0; round < rounds.loads; round += 1) {
      for (const cpu of CPU_SLOWDOWNS)
        for (const { contestant, own } of rotateForRound(pairs, round)) {
          const load = await measureLoad(browser, pageUrl(contestant), cpu);
          const motionOffLoad = contestant.motionOffQuery ? await measureLoad(browser, motionOffUrl(contestant), cpu) : load;
          own.loads[cpu].push(load);
          own.motionOffLcps[cpu].push(motionOffLoad.lcp);
        }
      log(`loads: round ${round + 1} of ${rounds.loads}`);
    }
    for (let round = 0; round < rounds.paints; round += 1) {
      for (const cpu of CPU_SLOWDOWNS)
        for (const { contestant, own } of rotateForRound(pairs, round))
          own.paints[cpu].push(await measurePaint(browser, pageUrl(contestant), cpu));
    }
    log(`first paints: ${rounds.paints} rounds`);
  }
  for (let round = 0; round < rounds.keys; round += 1) {
    for (const cpu of CPU_SLOWDOWNS) {
      for (const { contestant, own } of rotateForRound(steppable, round)) {
        if (isSelected('keys')) own.keys[cpu].push(...(await measureKeys(browser, motionOffUrl(contestant), cpu, run.markers)));
        if (isSelected('frames'))
          own.frames[cpu].push(...(await measureFrames(browser, pageUrl(contestant), cpu, run.markers.at(-1) ?? '')));
      }
    }
    if (isSelected('keys') || isSelected('frames')) log(`keys and frames: round ${round + 1} of ${rounds.keys}`);
  }
  if (isSelected('bursts')) {
    for (let round = 0; round < rounds.bursts; round += 1) {
      for (const { contestant, own } of rotateForRound(steppable, round)) await measureBursts(run, contestant, own);
      log(`bursts: round ${round + 1} of ${rounds.bursts}`);
    }
  }
  if (isSelected('heap')) {
    for (const { contestant, own } of steppable) {
      own.heap = await measureHeap(browser, motionOffUrl(contestant), run.markers.length, rounds.walks);
      log(`heap of ${contestant.label}`);
    }
  }
  const sizes = options.quick ? STORY_SIZES.slice(0, 2) : STORY_SIZES;
  return {
    measured,
    rounds,
    growth: isSelected('growth')
      ? await measureGrowth(browser, sizes, { starts: rounds.starts, visits: rounds.growth }, CPU_SLOWDOWNS, log)
      : [],
  };
}

/** Bursts of presses: right after loading without animations, and later with all of them. */
async function measureBursts(
  { browser, url, markers }: BenchRun,
  { name, motionOffQuery }: BenchmarkPage,
  own: PageResults,
): Promise<void> {
  for (const cpu of CPU_SLOWDOWNS) {
    for (const state of BURST_STATES) {
      for (const gap of PRESS_INTERVALS_MS) {
        const address = `${url}/${name}/${state === 'cold' ? motionOffQuery : ''}`;
        own.bursts.push({ cpu, state, gap, exact: await measureBurst(browser, address, cpu, markers, gap, state) });
      }
    }
  }
}
