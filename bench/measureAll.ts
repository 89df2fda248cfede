import type { Browser } from '@playwright/test';
import type { BenchmarkPage, PageName } from './benchmarkPages';
import { PRESS_INTERVALS_MS, measureBurst, BURST_STATES, type BurstState } from './measure/bursts';
import { measureFrames } from './measure/frames';
import { measureGrowth, type StorySizeResult } from './measure/growth';
import { measureHeap, type HeapGrowth } from './measure/heap';
import type { KeyLatency } from './measure/probe';
import { measureCaptures, type CaptureResults } from './measure/captures';
import { measureMorph, type MorphResults } from './measure/morph';
import { measureRemote, type RemoteResults } from './measure/remote';
import { measureTalk, type TalkResults } from './measure/talk';
import { measureKeys } from './measure/keys';
import { measureLoad, measurePaint, type LoadMetrics } from './measure/loads';
import { CPU_SLOWDOWNS, perCpu, type CpuSlowdown } from './measure/withPage';
import type { BenchOptions } from './options';
import { rotateForRound } from './report/stats';
import { STORY_SIZES } from './generatedStory';
import { QUICK_TALK_SIZE, TALK_SIZE } from './generatedTalk';

interface BurstResult {
  readonly cpu: CpuSlowdown;
  readonly state: BurstState;
  readonly gap: number;
  readonly exact: boolean;
}

/** The measurements of a page, round by round. */
export interface PageResults {
  readonly name: PageName;
  readonly label: string;
  readonly loads: Readonly<Record<CpuSlowdown, LoadMetrics[]>>;
  /** Largest contentful paints with animations off, in milliseconds. */
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
  /** Undefined if it was not measured. */
  readonly talk: TalkResults | undefined;
  readonly morph: MorphResults | undefined;
  readonly captures: CaptureResults | undefined;
  readonly remote: RemoteResults | undefined;
  readonly rounds: Rounds;
}

/** How often each part is measured, and the number of walks between the two heap sizes. */
interface Rounds {
  readonly paints: number;
  readonly loads: number;
  readonly keys: number;
  readonly bursts: number;
  readonly starts: number;
  readonly growth: number;
  readonly walks: number;
}

export interface BenchRun {
  readonly browser: Browser;
  readonly pages: readonly BenchmarkPage[];
  /** The folder of the built demo. */
  readonly demo: string;
  /** Each page is served below this URL, under its name. */
  readonly url: string;
  /** For each stop, text that no other stop has. */
  readonly markers: readonly string[];
  readonly options: BenchOptions;
  readonly log: (text: string) => void;
}

/** First paints vary by a frame, a tenth of their time, and need many rounds. Measurements that take a minute get fewer. */
function roundCounts({ rounds, walks }: BenchOptions): Rounds {
  return {
    paints: rounds * 5,
    loads: rounds,
    starts: rounds * 2,
    keys: Math.ceil(rounds / 2),
    bursts: Math.ceil(rounds / 4),
    growth: Math.ceil(rounds / 2),
    walks,
  };
}

/** Measures all pages in turn within each round. The first visit of each does not count. */
export async function measureAll(run: BenchRun): Promise<BenchResults> {
  const { browser, options, log } = run;
  const rounds = roundCounts(options);
  const measured = run.pages.map(({ name, label }): PageResults => ({
    name,
    label,
    loads: perCpu(),
    motionOffLcps: perCpu(),
    paints: perCpu(),
    keys: perCpu(),
    frames: perCpu(),
    bursts: [],
    heap: undefined,
  }));
  const entries = run.pages.map((page, index) => ({ page, results: measured[index]! }));
  const steppable = entries.filter(({ page }) => page.isSteppable);
  const pageUrl = ({ name }: BenchmarkPage): string => `${run.url}/${name}/`;
  const motionOffUrl = (page: BenchmarkPage): string => pageUrl(page) + page.motionOffQuery;
  const isSelected = (part: Parameters<typeof options.parts.has>[0]): boolean => options.parts.has(part);

  if (isSelected('loads')) {
    for (const { page } of entries) await measureLoad(browser, pageUrl(page), 1);
    for (let round = 0; round < rounds.loads; round += 1) {
      for (const cpu of CPU_SLOWDOWNS)
        for (const { page, results } of rotateForRound(entries, round)) {
          const load = await measureLoad(browser, pageUrl(page), cpu);
          const motionOffLoad = page.motionOffQuery ? await measureLoad(browser, motionOffUrl(page), cpu) : load;
          results.loads[cpu].push(load);
          results.motionOffLcps[cpu].push(motionOffLoad.lcp);
        }
      log(`loads: round ${round + 1} of ${rounds.loads}`);
    }
    for (let round = 0; round < rounds.paints; round += 1) {
      for (const cpu of CPU_SLOWDOWNS)
        for (const { page, results } of rotateForRound(entries, round))
          results.paints[cpu].push(await measurePaint(browser, pageUrl(page), cpu));
    }
    log(`first paints: ${rounds.paints} rounds`);
  }
  for (let round = 0; round < rounds.keys; round += 1) {
    for (const cpu of CPU_SLOWDOWNS) {
      for (const { page, results } of rotateForRound(steppable, round)) {
        if (isSelected('keys')) results.keys[cpu].push(...(await measureKeys(browser, motionOffUrl(page), cpu, run.markers)));
        if (isSelected('frames')) results.frames[cpu].push(...(await measureFrames(browser, pageUrl(page), cpu, run.markers.at(-1) ?? '')));
      }
    }
    if (isSelected('keys') || isSelected('frames')) log(`keys and frames: round ${round + 1} of ${rounds.keys}`);
  }
  if (isSelected('bursts')) {
    for (let round = 0; round < rounds.bursts; round += 1) {
      for (const { page, results } of rotateForRound(steppable, round)) await measureBursts(run, page, results);
      log(`bursts: round ${round + 1} of ${rounds.bursts}`);
    }
  }
  if (isSelected('heap')) {
    for (const { page, results } of steppable) {
      results.heap = await measureHeap(browser, motionOffUrl(page), run.markers.length, rounds.walks);
      log(`heap of ${page.label}`);
    }
  }
  const talk = isSelected('talk') ? await measureTalk({ ...run, size: options.quick ? QUICK_TALK_SIZE : TALK_SIZE, rounds }) : undefined;
  const morph = isSelected('morph') ? await measureMorph({ browser, rounds: rounds.keys, log }) : undefined;
  const captures = isSelected('captures') ? await measureCaptures({ browser, pages: options.quick ? 3 : 10, rounds, log }) : undefined;
  const remote = isSelected('remote') ? await measureRemote({ ...run, presses: rounds.loads * 4 }) : undefined;
  const sizes = options.quick ? STORY_SIZES.slice(0, 2) : STORY_SIZES;
  return {
    measured,
    rounds,
    talk,
    morph,
    captures,
    remote,
    growth: isSelected('growth')
      ? await measureGrowth(browser, sizes, { starts: rounds.starts, visits: rounds.growth }, CPU_SLOWDOWNS, log)
      : [],
  };
}

/** Measures bursts of presses: right after loading with animations off, and later with animations on. */
async function measureBursts(
  { browser, url, markers }: BenchRun,
  { name, motionOffQuery }: BenchmarkPage,
  results: PageResults,
): Promise<void> {
  for (const cpu of CPU_SLOWDOWNS) {
    for (const state of BURST_STATES) {
      for (const gap of PRESS_INTERVALS_MS) {
        const address = `${url}/${name}/${state === 'cold' ? motionOffQuery : ''}`;
        results.bursts.push({ cpu, state, gap, exact: await measureBurst(browser, address, cpu, markers, gap, state) });
      }
    }
  }
}
