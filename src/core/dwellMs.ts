import { textWidth } from './terminal/width';
import type { Stop } from './timeline';

/** Cells of text an audience reads in a second, calmly: 17 letters, or half as many ideographs. */
const CELLS_PER_SECOND = 17;
/** Milliseconds a stop stays at least, however few its words. */
const MIN_DWELL_MS = 3500;

/** Milliseconds autoplay leaves a stop standing: what its author planned, or the time it takes to read. */
export function dwellMs(stop: Stop): number {
  if (stop.source.dwell !== undefined) return stop.source.dwell * 1000;
  const cells = stop.textLines.reduce((sum, line) => sum + textWidth(line), 0);
  return Math.max(MIN_DWELL_MS, (cells / CELLS_PER_SECOND) * 1000);
}
