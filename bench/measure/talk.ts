import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { buildInto } from '../../src/vite/withBuild';
import { writeGeneratedTalk, type TalkSize } from '../generatedTalk';
import { rotateForRound } from '../report/stats';
import { serveFolders } from '../serveFolders';
import { measureHeap, type HeapGrowth } from './heap';
import { measureKeys } from './keys';
import type { KeyLatency } from './probe';
import { measureStart, type Start } from './start';
import { CPU_SLOWDOWNS, perCpu, type CpuSlowdown } from './withPage';

/** The talk and the demo, which take turns. */
const STORIES = ['talk', 'demo'] as const;
type StoryName = (typeof STORIES)[number];

/** Stops of the talk whose keys are measured: several scenes of each kind. */
const WALKED_STOPS = 48;

/** Measurements of a story, round by round. */
interface StoryResults {
  readonly starts: Readonly<Record<CpuSlowdown, Start[]>>;
  /** The latencies of all keys of each walk. */
  readonly keys: Readonly<Record<CpuSlowdown, (readonly KeyLatency[])[]>>;
}

export interface TalkResults extends Readonly<Record<StoryName, StoryResults>> {
  readonly size: TalkSize;
  readonly buildMs: number;
  readonly heap: HeapGrowth;
  readonly walks: number;
}

interface TalkRun {
  readonly browser: Browser;
  /** The folder of the built demo. */
  readonly demo: string;
  /** For each stop of the demo, text that no other stop has. */
  readonly markers: readonly string[];
  readonly size: TalkSize;
  readonly rounds: { readonly starts: number; readonly keys: number; readonly walks: number };
  readonly log: (text: string) => void;
}

/** Builds a generated talk, and measures it and the demo in turn. */
export async function measureTalk({ browser, demo, markers, size, rounds, log }: TalkRun): Promise<TalkResults> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-bench-'));
  try {
    log(`building a talk of ${size.pages} pages, ${size.pictures} pictures and ${size.slides} slides`);
    const talkMarkers = await writeGeneratedTalk(path.join(folder, 'scenes'), size);
    const talk = path.join(folder, 'talk');
    const started = performance.now();
    await buildInto(path.join(folder, 'scenes'), talk);
    const buildMs = performance.now() - started;
    const server = await serveFolders(new Map(Object.entries({ talk, demo })));
    try {
      const results = { talk: emptyResults(), demo: emptyResults() };
      const url = (name: StoryName): string => `${server.url}/${name}/?motion=off`;
      const walked = { talk: talkMarkers.slice(0, WALKED_STOPS), demo: markers };
      for (let round = 0; round < rounds.starts; round += 1)
        for (const cpu of CPU_SLOWDOWNS)
          for (const name of rotateForRound(STORIES, round)) results[name].starts[cpu].push(await measureStart(browser, url(name), cpu));
      log(`talk: ${rounds.starts} starts`);
      for (let round = 0; round < rounds.keys; round += 1) {
        for (const cpu of CPU_SLOWDOWNS)
          for (const name of rotateForRound(STORIES, round))
            results[name].keys[cpu].push(await measureKeys(browser, url(name), cpu, walked[name]));
        log(`talk: keys, round ${round + 1} of ${rounds.keys}`);
      }
      const heap = await measureHeap(browser, url('talk'), talkMarkers.length, rounds.walks);
      log(`talk: heap after ${rounds.walks} walks`);
      return { ...results, size, buildMs, heap, walks: rounds.walks };
    } finally {
      server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function emptyResults(): StoryResults {
  return { starts: perCpu(), keys: perCpu() };
}
