import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { buildInto } from '../../src/vite/withBuild';
import { buildSlidevMorph } from '../decks/build';
import { fiveEdits, longEdits } from '../morph/edits';
import { rotateForRound } from '../report/stats';
import { serveFolders } from '../serveFolders';
import { PRESS_INTERVALS_MS } from './bursts';
import { openAndWait, pressKey, withPage } from './withPage';

/** Both tools take 800 ms for a morph. */
const MORPH_MS = 800;
const PAUSE_MS = 600;

/** The five edits in each tool, and a long file in ours. */
export const MORPH_PAGES = ['ours', 'slidev', 'long'] as const;
export type MorphPage = (typeof MORPH_PAGES)[number];

const VERSIONS: Readonly<Record<MorphPage, readonly string[]>> = { ours: fiveEdits(), slidev: fiveEdits(), long: longEdits() };

export interface MorphResults {
  /** The durations of the frames of all morphs, in milliseconds. */
  readonly frames: Readonly<Record<MorphPage, number[]>>;
  /** Bursts of five presses that ended with every word where single presses put it. */
  readonly exactBursts: Readonly<Record<MorphPage, number>>;
  readonly bursts: number;
}

interface MorphRun {
  readonly browser: Browser;
  readonly rounds: number;
  readonly log: (text: string) => void;
}

/** Plays the same five edits in both tools, in turns. */
export async function measureMorph({ browser, rounds, log }: MorphRun): Promise<MorphResults> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-bench-'));
  try {
    log('building the five edits');
    const folders = new Map(MORPH_PAGES.map((name) => [name, path.join(folder, name)]));
    for (const name of ['ours', 'long'] as const) {
      await writeStory(path.join(folder, `${name}-story`), VERSIONS[name]);
      await buildInto(path.join(folder, `${name}-story`), folders.get(name)!);
    }
    await buildSlidevMorph(fiveEdits(), '/slidev/', folders.get('slidev')!);
    const server = await serveFolders(folders);
    try {
      const frames: MorphResults['frames'] = { ours: [], slidev: [], long: [] };
      const exactBursts = { ours: 0, slidev: 0, long: 0 };
      const url = (name: MorphPage): string => `${server.url}/${name}/`;
      for (let round = 0; round < rounds; round += 1) {
        for (const name of rotateForRound(MORPH_PAGES, round))
          frames[name].push(...(await morphFrames(browser, url(name), VERSIONS[name].length - 1)));
        log(`morphs: round ${round + 1} of ${rounds}`);
      }
      for (const name of MORPH_PAGES) {
        const expected = await placesAfter(browser, url(name), VERSIONS[name].length - 1, MORPH_MS + PAUSE_MS);
        for (const interval of PRESS_INTERVALS_MS)
          if ((await placesAfter(browser, url(name), VERSIONS[name].length - 1, interval)) === expected) exactBursts[name] += 1;
      }
      return { frames, exactBursts, bursts: PRESS_INTERVALS_MS.length };
    } finally {
      server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeStory(folder: string, versions: readonly string[]): Promise<void> {
  const [first = [], ...later] = versions.map((code) => code.trimEnd().split('\n'));
  const step = (index: number): object => ({ title: `Edit ${index}`, notes: { say: `Edit ${index}.`, point: 'The code.' } });
  const scene = {
    kind: 'editor',
    id: 'edits',
    title: 'Five edits',
    window: 'shop',
    tree: false,
    files: [{ name: 'pay.ts', text: first }],
    steps: [step(0), ...later.map((text, index) => ({ ...step(index + 1), change: [{ text }] }))],
  };
  const story = {
    id: 'edits',
    title: 'Five edits',
    description: 'The code that is measured.',
    status: { topic: 'Five edits', hint: 'next', end: 'end' },
    footer: [],
    scenes: ['edits.json'],
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries({ story, edits: scene }).map(([name, value]) => writeFile(path.join(folder, `${name}.json`), JSON.stringify(value))),
  );
}

function morphFrames(browser: Browser, url: string, edits: number): Promise<readonly number[]> {
  return withPage(browser, 1, async ({ page, session }) => {
    await openAndWait(page, url);
    await page.evaluate(() => window.bench.watchFrames());
    const frames: number[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const before = await page.evaluate(() => window.bench.frames().length);
      await pressKey(session, 'ArrowRight');
      await page.waitForTimeout(MORPH_MS);
      frames.push(...(await page.evaluate((from) => window.bench.frames().slice(from), before)));
      await page.waitForTimeout(PAUSE_MS);
    }
    return frames;
  });
}

/** Returns where every word of the code is after a press for each edit. Presses carry the intended times, as in other bursts. */
function placesAfter(browser: Browser, url: string, edits: number, interval: number): Promise<string> {
  return withPage(browser, 1, async ({ page, session }) => {
    await openAndWait(page, url);
    const start = Date.now();
    const sent: Promise<void>[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      sent.push(pressKey(session, 'ArrowRight', start + edit * interval));
      await page.waitForTimeout(interval);
    }
    await Promise.all(sent);
    await page.evaluate(() => window.bench.waitForQuiet());
    await page.waitForTimeout(2 * MORPH_MS);
    return wordPlaces(page);
  });
}

function wordPlaces(page: Page): Promise<string> {
  return page.evaluate(() => {
    const places: string[] = [];
    const walker = document.createTreeWalker(
      document.querySelector('.editor__content, .shiki-magic-move-container')!,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      for (const { 0: word, index } of node.data.matchAll(/\w+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, top } = range.getBoundingClientRect();
        places.push(`${word} ${Math.round(left)} ${Math.round(top)}`);
      }
    return places.toSorted().join('\n');
  });
}
