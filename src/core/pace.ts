import { plannedSeconds, validateRehearsal } from './rehearsal';
import type { Timeline } from './timeline';

/** How long each stop is meant to take. */
export interface TalkPlan {
  /** For each stop, in order. */
  readonly seconds: readonly number[];
  /** Whether a rehearsal has a say in it. */
  readonly rehearsed: boolean;
}

/** Where a talk should be and where it is, in seconds since it began at its first stop. */
export interface Pace {
  /** When the plan arrives at this stop, and when it leaves it. */
  readonly plannedAtStop: number;
  readonly plannedAtNext: number;
  /** Seconds ahead of the plan; negative when behind, 0 anywhere between arriving and leaving. */
  readonly ahead: number;
  /** Seconds the rest takes from here if it goes as planned. */
  readonly remaining: number;
  /** Seconds the whole plan takes. */
  readonly total: number;
}

/**
 * The plan of a story: as rehearsed, else as its author wrote, else as long as it takes to read. `stored` is what the
 * browser kept of a rehearsal; whatever is none counts as none. Never throws.
 */
export function createPlan(timeline: Timeline, stored?: unknown): TalkPlan {
  const reading = validateRehearsal(stored, timeline.story.id);
  const rehearsal = reading.ok ? reading.rehearsal : undefined;
  return { seconds: timeline.stops.map((stop) => plannedSeconds(stop, rehearsal)), rehearsed: rehearsal !== undefined };
}

/**
 * Seconds a talk has taken by `today`; 0 until its clock has started. Nobody can tell when the talk began at its first
 * stop: the page stands there while the room fills. So the clock starts when it leaves that stop, at the time planned for it.
 * `startedAt` and `today` are milliseconds since 1970.
 */
export function elapsedSeconds({ seconds: [first = 0] }: TalkPlan, startedAt: number | undefined, wallTime: number): number {
  return startedAt === undefined ? 0 : first + Math.max(0, Math.floor((wallTime - startedAt) / 1000));
}

/** How a talk that has lasted `elapsed` seconds stands at `stop`. The time planned for each stop counts once. */
export function paceAt({ seconds }: TalkPlan, stop: number, elapsed: number): Pace {
  const index = Math.max(0, Math.min(stop, seconds.length - 1));
  const until = (end: number): number => seconds.slice(0, end).reduce((sum, each) => sum + each, 0);
  const [plannedAtStop, plannedAtNext, total] = [until(index), until(index + 1), until(seconds.length)];
  const onPlan = Math.max(plannedAtStop, Math.min(elapsed, plannedAtNext));
  return { plannedAtStop, plannedAtNext, ahead: onPlan - elapsed, remaining: total - onPlan, total };
}
