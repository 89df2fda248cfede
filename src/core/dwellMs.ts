import { textWidth } from './terminal/width';
import type { Stop } from './timeline';

/** Reading speed in cells per second: 17 letters, or half as many ideographs. */
const CELLS_PER_SECOND = 17;
const MIN_DWELL_MS = 3500;

/** Returns the milliseconds autoplay stays at a stop: the author's `dwell`, or the reading time, with the caption if one is shown. */
export function dwellMs(stop: Stop, showsCaption = false): number {
  const captionMs = showsCaption ? readingMs([stop.source.caption ?? '']) : 0;
  const { dwell } = stop.source;
  return dwell === undefined ? Math.max(MIN_DWELL_MS, captionMs + readingMs(stop.textLines)) : Math.max(dwell * 1000, captionMs);
}

function readingMs(lines: readonly string[]): number {
  return (lines.reduce((sum, line) => sum + textWidth(line), 0) / CELLS_PER_SECOND) * 1000;
}
