import { plannedSeconds, readRehearsal } from './rehearsal';
import type { Timeline } from './timeline';

/** How long each stop is meant to take. */
export interface Plan {
  /** For each stop, in order. */
  readonly seconds: readonly number[];
  /** Whether a rehearsal has a say in it. */
  readonly rehearsed: boolean;
}

/** Where a talk should be and where it is, in seconds since it left its first stop. */
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
export function planOf(timeline: Timeline, stored?: unknown): Plan {
  const reading = readRehearsal(stored, timeline.story.id);
  const rehearsal = reading.ok ? reading.rehearsal : undefined;
  return { seconds: timeline.stops.map((stop) => plannedSeconds(stop, rehearsal)), rehearsed: rehearsal !== undefined };
}

/**
 * How a talk that has lasted `elapsed` seconds stands at `stop`. The talk's clock starts when it leaves its first stop,
 * so what is planned for that one does not count.
 */
export function pace({ seconds }: Plan, stop: number, elapsed: number): Pace {
  const index = Math.max(0, Math.min(stop, seconds.length - 1));
  const until = (end: number): number => seconds.slice(1, Math.max(1, end)).reduce((sum, each) => sum + each, 0);
  const [plannedAtStop, plannedAtNext, total] = [until(index), until(index + 1), until(seconds.length)];
  const onPlan = Math.max(plannedAtStop, Math.min(elapsed, plannedAtNext));
  return { plannedAtStop, plannedAtNext, ahead: onPlan - elapsed, remaining: total - onPlan, total };
}
