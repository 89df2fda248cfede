import path from 'node:path';
import { DECK_OUTPUT_FOLDER, type DeckName } from './decks/build';

export type PageName = 'ours' | DeckName;

export interface BenchmarkPage {
  readonly name: PageName;
  readonly label: string;
  /** The folder it is served from; undefined for the demo, which may be built for the run. */
  readonly folder?: string;
  /** The query that turns animations off; empty for pages without such a query. */
  readonly motionOffQuery: string;
  readonly isSteppable: boolean;
}

const deck = (name: DeckName, label: string): BenchmarkPage => ({
  name,
  label,
  folder: path.join(DECK_OUTPUT_FOLDER, name),
  motionOffQuery: '',
  isSteppable: name !== 'static',
});

export const BENCHMARK_PAGES: readonly BenchmarkPage[] = [
  { name: 'ours', label: 'Understudy', motionOffQuery: '?motion=off', isSteppable: true },
  deck('static', 'static page'),
  deck('xterm', 'bare React + xterm.js'),
  deck('reveal', 'reveal.js'),
  deck('slidev', 'Slidev'),
  deck('spectacle', 'Spectacle'),
];
