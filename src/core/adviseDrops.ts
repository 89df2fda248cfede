import type { TalkPlan } from './pace';
import { stopKey } from './stopNumber';
import type { Stop, Timeline } from './timeline';

/** Seconds behind the plan from which it is worth a word. */
const ADVICE_FROM_SECONDS = 20;

/** What to drop to end on time. */
export interface DropAdvice {
  /** In the order of the talk. */
  readonly stops: readonly Stop[];
  /** Seconds that the talk is still late without them; 0 when it ends on time. */
  readonly late: number;
}

/**
 * Returns the fewest of the stops with the keys `droppable` whose planned times make up `behind` seconds; of sets of that size, one that
 * drops little more. All of them if they are not enough. Undefined if there are none, or if so little is behind that it is no matter.
 */
export function adviseDrops(
  timeline: Timeline,
  { seconds }: TalkPlan,
  droppable: readonly string[],
  behind: number,
): DropAdvice | undefined {
  const keys = new Set(droppable);
  const candidates = timeline.stops
    .slice(0, timeline.wayLength)
    .filter((stop) => keys.has(stopKey(stop)))
    .toSorted((a, b) => secondsOf(b) - secondsOf(a));
  function secondsOf({ index }: Stop): number {
    return seconds[index] ?? 0;
  }
  if (behind < ADVICE_FROM_SECONDS || candidates.length === 0) return undefined;

  const chosen: Stop[] = [];
  let missing = behind;
  for (const stop of candidates) {
    if (missing <= 0) break;
    chosen.push(stop);
    missing -= secondsOf(stop);
  }
  const [last] = chosen.slice(-1);
  const needed = missing + (last ? secondsOf(last) : 0);
  // The shortest that still makes up the rest, in place of the last one.
  const shorter = candidates.slice(chosen.length - 1).findLast((stop) => secondsOf(stop) >= needed);
  if (missing <= 0 && shorter) chosen.splice(-1, 1, shorter);
  return { stops: chosen.toSorted((a, b) => a.index - b.index), late: Math.max(0, missing) };
}
