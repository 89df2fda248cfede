import { textWidth } from './terminal/width';
import type { Stop } from './timeline';

/** Reading speed in cells per second: 17 letters, or half as many ideographs. */
const CELLS_PER_SECOND = 17;
const MIN_DWELL_MS = 3500;

/** Returns the milliseconds autoplay stays at a stop: the author's `dwell`, or the reading time. */
export function dwellMs(stop: Stop): number {
  if (stop.source.dwell !== undefined) return stop.source.dwell * 1000;
  const cells = stop.textLines.reduce((sum, line) => sum + textWidth(line), 0);
  return Math.max(MIN_DWELL_MS, (cells / CELLS_PER_SECOND) * 1000);
}
