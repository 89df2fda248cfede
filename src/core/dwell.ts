import type { Stop } from './timeline';

/** Characters an audience reads in a second, calmly. */
const READING_SPEED = 17;
/** Milliseconds a stop stays at least, however few its words. */
const SHORTEST = 3500;

/** Milliseconds autoplay leaves a stop standing: what its author planned, or the time it takes to read. */
export function dwellTime(stop: Stop): number {
  if (stop.source.dwell !== undefined) return stop.source.dwell * 1000;
  const characters = stop.lines.reduce((sum, line) => sum + line.length, 0);
  return Math.max(SHORTEST, (characters / READING_SPEED) * 1000);
}
