import path from 'node:path';
import { DECK_OUTPUT_FOLDER, type DeckName } from './decks/build';

export type PageName = 'ours' | DeckName;

/** One of the pages measured side by side. */
export interface BenchmarkPage {
  readonly name: PageName;
  readonly label: string;
  /** The folder it is served from; our own page has none here, as it is built for the run where dist/ does not hold it. */
  readonly folder?: string;
  /** What the address asks for where its own animations must not count: the others have none. */
  readonly motionOffQuery: string;
  /** Whether it answers to keys. */
  readonly isSteppable: boolean;
}

const deck = (name: DeckName, label: string): BenchmarkPage => ({
  name,
  label,
  folder: path.join(DECK_OUTPUT_FOLDER, name),
  motionOffQuery: '',
  isSteppable: name !== 'static',
});

/** All of them, ours first. */
export const BENCHMARK_PAGES: readonly BenchmarkPage[] = [
  { name: 'ours', label: 'Understudy', motionOffQuery: '?motion=off', isSteppable: true },
  deck('static', 'static page'),
  deck('xterm', 'bare React + xterm.js'),
  deck('reveal', 'reveal.js'),
  deck('slidev', 'Slidev'),
  deck('spectacle', 'Spectacle'),
];
