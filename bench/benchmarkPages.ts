import path from 'node:path';
import { BUILT, type DeckName } from './decks/build';

export type Name = 'ours' | DeckName;

/** One of the pages measured side by side. */
export interface Contestant {
  readonly name: Name;
  readonly label: string;
  /** The folder it is served from; our own page has none here, as it is built for the run where dist/ does not hold it. */
  readonly folder?: string;
  /** What the address asks for where its own animations must not count: the others have none. */
  readonly still: string;
  /** Whether it answers to keys. */
  readonly steps: boolean;
}

const deck = (name: DeckName, label: string): Contestant => ({
  name,
  label,
  folder: path.join(BUILT, name),
  still: '',
  steps: name !== 'static',
});

/** All of them, ours first. */
export const CONTESTANTS: readonly Contestant[] = [
  { name: 'ours', label: 'Understudy', still: '?motion=off', steps: true },
  deck('static', 'static page'),
  deck('xterm', 'bare React + xterm.js'),
  deck('reveal', 'reveal.js'),
  deck('slidev', 'Slidev'),
  deck('spectacle', 'Spectacle'),
];
