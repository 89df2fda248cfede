import process from 'node:process';
import { formatDuration } from '../../core/formatDuration';
import { formatStopNumber } from '../../core/stopNumber';
import { frameCount, type FilmPlan, type PlannedStop } from './filmPlan';

/** How much longer than a frame in which nothing moves one takes that is drawn. */
const DRAWN_COST = 12;

/** Milliseconds between two lines in a terminal, which overwrite each other. */
const INTERVAL_MS = 250;

/** In a log, each of these parts of the film is a line. */
const LOGGED_PARTS = 10;

export interface FilmProgress {
  /** Tells how many frames there are, and which stop of the plan is filmed. */
  show(frames: number, stopIndex: number): void;
}

/**
 * Reports how far a film is and how long it still takes: several times a second in a terminal, at each tenth in a log.
 * @param now Returns milliseconds of a clock that does not jump.
 */
export function createFilmProgress(
  plan: FilmPlan,
  report: (text: string) => void,
  isTerminal = process.stderr.isTTY,
  now: () => number = () => performance.now(),
): FilmProgress {
  const counts = plan.stops.map((each) => frameCount(each, plan));
  const drawn = plan.stops.map((each, index) => Math.min(counts[index]!, drawnFrames(each, plan)));
  const starts = counts.map((_, index) => counts.slice(0, index).reduce((sum, each) => sum + each, 0));
  const costOf = (index: number, frames = counts[index]!): number => frames + (DRAWN_COST - 1) * Math.min(frames, drawn[index]!);
  const total = counts.reduce((sum, _, index) => sum + costOf(index), 0);
  const begin = now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let shownPart = -1;
  return {
    show: (frames, stopIndex) => {
      const before = counts.slice(0, stopIndex).reduce((sum, _, index) => sum + costOf(index), 0);
      const done = Math.min(1, (before + costOf(stopIndex, Math.min(counts[stopIndex]!, frames - starts[stopIndex]!))) / total);
      const part = Math.floor(done * LOGGED_PARTS);
      if (isTerminal ? now() - shownAt < INTERVAL_MS : part === shownPart) return;
      [shownAt, shownPart] = [now(), part];
      const left = ((now() - begin) * (1 - done)) / done / 1000;
      const stop = formatStopNumber(plan.stops[stopIndex]!.stop);
      // The first moments say little about the rest.
      report(`Filming stop ${stop}, ${Math.floor(done * 100)} %${done > 0.02 ? `, ${formatDuration(left)} left` : ''}`);
    },
  };
}

function drawnFrames({ stop }: PlannedStop, { fps, speed }: FilmPlan): number {
  return ((stop.enterMs + stop.playMs) * fps) / speed / 1000;
}
