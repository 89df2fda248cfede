import process from 'node:process';
import { formatDuration } from '../core/formatDuration';

/** Milliseconds between two lines in a terminal, which overwrite each other. */
const INTERVAL_MS = 250;

/** In a log, each of these parts of the work is a line. */
const LOGGED_PARTS = 10;

/** Characters of the bar. */
const BAR_WIDTH = 20;

/** Reports that of some work a `share` from 0 to 1 is done, and what is being done. */
export type ReportWork = (share: number, what: string) => void;

/**
 * Returns a function that reports how far a long work is and how long it still takes: several times a second and with a bar in a
 * terminal, at each tenth in a log.
 * @param now Returns milliseconds of a clock that does not jump.
 */
export function createWorkProgress(
  report: (text: string) => void,
  isTerminal = process.stderr.isTTY,
  now: () => number = () => performance.now(),
): ReportWork {
  const begin = now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let shownPart = -1;
  return (share, what) => {
    const done = Math.min(1, share);
    const part = Math.floor(done * LOGGED_PARTS);
    if (isTerminal ? now() - shownAt < INTERVAL_MS && done < 1 : part === shownPart) return;
    [shownAt, shownPart] = [now(), part];
    const left = ((now() - begin) * (1 - done)) / done / 1000;
    // The first moments say little about the rest.
    const progress = `${Math.floor(done * 100)} %${done > 0.02 ? `, ${formatDuration(left)} left` : ''}`;
    // A narrow terminal cuts the end of the line.
    report(isTerminal ? `${drawBar(done)} ${progress}, ${what}` : `${what}, ${progress}`);
  };
}

function drawBar(done: number): string {
  const filled = Math.round(done * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
}
