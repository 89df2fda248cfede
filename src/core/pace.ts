import { clamp } from './clamp';
import { plannedSeconds, validateRehearsal } from './rehearsal';
import type { Timeline } from './timeline';

/** The planned time of each stop. */
export interface TalkPlan {
  /** One number for each stop on the way, in order. */
  readonly seconds: readonly number[];
  /** Whether the times come from a rehearsal. */
  readonly rehearsed: boolean;
}

/** The planned and actual times of a talk, in seconds since it began at its first stop. */
export interface Pace {
  /** Planned arrival at this stop and planned departure from it. */
  readonly plannedAtStop: number;
  readonly plannedAtNext: number;
  /** Seconds ahead of the plan; negative when behind, 0 between planned arrival and departure. */
  readonly ahead: number;
  /** Planned seconds from here to the end. */
  readonly remaining: number;
  /** Planned seconds of the whole talk. */
  readonly total: number;
}

/**
 * Returns the plan of a story: the rehearsed times, else the author's `dwell`, else the reading times. `stored` is a stored
 * rehearsal; anything invalid is ignored. Never throws.
 */
export function createPlan(timeline: Timeline, stored?: unknown): TalkPlan {
  const result = validateRehearsal(stored, timeline.story.id);
  const rehearsal = result.ok ? result.rehearsal : undefined;
  return {
    seconds: timeline.stops.slice(0, timeline.wayLength).map((stop) => plannedSeconds(stop, rehearsal)),
    rehearsed: rehearsal !== undefined,
  };
}

/** Returns the planned seconds of a whole talk. */
export function totalSeconds({ seconds }: TalkPlan): number {
  return seconds.reduce((sum, each) => sum + each, 0);
}

/** Returns the pace of a talk at `stop` after `elapsed` seconds. */
export function paceAt({ seconds }: TalkPlan, stop: number, elapsed: number): Pace {
  const index = clamp(stop, 0, seconds.length - 1);
  const secondsBefore = (end: number): number => seconds.slice(0, end).reduce((sum, each) => sum + each, 0);
  const [plannedAtStop, plannedAtNext, total] = [secondsBefore(index), secondsBefore(index + 1), secondsBefore(seconds.length)];
  const onPlan = clamp(elapsed, plannedAtStop, plannedAtNext);
  return { plannedAtStop, plannedAtNext, ahead: onPlan - elapsed, remaining: total - onPlan, total };
}
