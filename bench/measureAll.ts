import type { Browser } from '@playwright/test';
import type { Contestant, Name } from './benchmarkPages';
import { GAPS, measureBurst, STATES, type State } from './measure/bursts';
import { measureFrames } from './measure/frames';
import { measureGrowth, type Grown } from './measure/growth';
import { measureHeap, type Heap } from './measure/heap';
import type { KeyTimes } from './measure/probe';
import { measureKeys } from './measure/keys';
import { measureLoad, measurePaint, type Load } from './measure/loads';
import { CPUS, type Cpu } from './measure/withPage';
import type { Options } from './options';
import { inRound } from './report/stats';
import { SIZES } from './generatedStory';

interface Burst {
  readonly cpu: Cpu;
  readonly state: State;
  readonly gap: number;
  readonly exact: boolean;
}

/** Everything one page showed, round by round. */
export interface Measured {
  readonly name: Name;
  readonly label: string;
  readonly loads: Readonly<Record<Cpu, Load[]>>;
  /** First contentful paints, in milliseconds. */
  readonly paints: Readonly<Record<Cpu, number[]>>;
  readonly keys: Readonly<Record<Cpu, KeyTimes[]>>;
  readonly frames: Readonly<Record<Cpu, number[]>>;
  readonly bursts: Burst[];
  heap: Heap | undefined;
}

export interface Results {
  readonly measured: readonly Measured[];
  readonly growth: readonly Grown[];
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
export interface Run {
  readonly browser: Browser;
  readonly contestants: readonly Contestant[];
  /** Address the contestants are served at, each under its name. */
  readonly url: string;
  /** Each stop's own words. */
  readonly markers: readonly string[];
  readonly options: Options;
  readonly say: (text: string) => void;
}

/** A frame more or less is a tenth of a first paint, so there are many of them; what takes a minute is measured less often. */
function roundsOf({ rounds, quick }: Options): Rounds {
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
export async function measureAll(run: Run): Promise<Results> {
  const { browser, options, say } = run;
  const rounds = roundsOf(options);
  const measured = run.contestants.map(({ name, label }): Measured => ({
    name,
    label,
    loads: { 1: [], 4: [] },
    paints: { 1: [], 4: [] },
    keys: { 1: [], 4: [] },
    frames: { 1: [], 4: [] },
    bursts: [],
    heap: undefined,
  }));
  const pairs = run.contestants.map((contestant, index) => ({ contestant, own: measured[index]! }));
  const stepping = pairs.filter(({ contestant }) => contestant.steps);
  const plain = ({ name }: Contestant): string => `${run.url}/${name}/`;
  const still = (contestant: Contestant): string => plain(contestant) + contestant.still;
  const wants = (part: Parameters<typeof options.parts.has>[0]): boolean => options.parts.has(part);

  if (wants('loads')) {
    for (const { contestant } of pairs) await measureLoad(browser, plain(contestant), 1);
    for (let round = 0; round < rounds.loads; round += 1) {
      for (const cpu of CPUS)
        for (const { contestant, own } of inRound(pairs, round)) own.loads[cpu].push(await measureLoad(browser, plain(contestant), cpu));
      say(`loads: round ${round + 1} of ${rounds.loads}`);
    }
    for (let round = 0; round < rounds.paints; round += 1) {
      for (const cpu of CPUS)
        for (const { contestant, own } of inRound(pairs, round)) own.paints[cpu].push(await measurePaint(browser, plain(contestant), cpu));
    }
    say(`first paints: ${rounds.paints} rounds`);
  }
  for (let round = 0; round < rounds.keys; round += 1) {
    for (const cpu of CPUS) {
      for (const { contestant, own } of inRound(stepping, round)) {
        if (wants('keys')) own.keys[cpu].push(...(await measureKeys(browser, still(contestant), cpu, run.markers)));
        if (wants('frames')) own.frames[cpu].push(...(await measureFrames(browser, plain(contestant), cpu, run.markers.at(-1) ?? '')));
      }
    }
    if (wants('keys') || wants('frames')) say(`keys and frames: round ${round + 1} of ${rounds.keys}`);
  }
  if (wants('bursts')) {
    for (let round = 0; round < rounds.bursts; round += 1) {
      for (const { contestant, own } of inRound(stepping, round)) await measureBursts(run, contestant, own);
      say(`bursts: round ${round + 1} of ${rounds.bursts}`);
    }
  }
  if (wants('heap')) {
    for (const { contestant, own } of stepping) {
      own.heap = await measureHeap(browser, still(contestant), run.markers.length, rounds.walks);
      say(`heap of ${contestant.label}`);
    }
  }
  const sizes = options.quick ? SIZES.slice(0, 2) : SIZES;
  return {
    measured,
    rounds,
    growth: wants('growth') ? await measureGrowth(browser, sizes, { starts: rounds.starts, visits: rounds.growth }, CPUS, say) : [],
  };
}

/** Bursts of presses: right after loading without animations, and later with all of them. */
async function measureBursts({ browser, url, markers }: Run, { name, still }: Contestant, own: Measured): Promise<void> {
  for (const cpu of CPUS) {
    for (const state of STATES) {
      for (const gap of GAPS) {
        const address = `${url}/${name}/${state === 'cold' ? still : ''}`;
        own.bursts.push({ cpu, state, gap, exact: await measureBurst(browser, address, cpu, markers, gap, state) });
      }
    }
  }
}
