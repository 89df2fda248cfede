import { dwellTime } from './dwell';
import type { Stop, Timeline } from './timeline';

/** Where a talk should be, and where it is, in seconds since it left its first stop. */
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

/** Seconds a stop took in rehearsal, by {@link stopKey}. */
export type Rehearsed = ReadonlyMap<string, number>;

/** Names a stop where its times are kept: ids survive an edit of the story that shifts the numbers. */
export function stopKey({ scene, step }: Pick<Stop, 'scene' | 'step'>): string {
  return `${scene.id}/${step}`;
}

/** A rehearsal as it was stored, `{ seconds: { "scene/step": 12.5 } }`; whatever is odd is left out. Never throws. */
export function readRehearsed(stored: unknown): Rehearsed {
  const seconds = isRecord(stored) ? stored['seconds'] : undefined;
  const entries = isRecord(seconds) ? Object.entries(seconds) : [];
  return new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]) && entry[1] > 0));
}

/** Planned seconds for each stop: as rehearsed, else as its author wrote, else as long as it takes to read. */
export function planOf(timeline: Timeline, rehearsed: Rehearsed = new Map()): readonly number[] {
  return timeline.stops.map((stop) => rehearsed.get(stopKey(stop)) ?? dwellTime(stop) / 1000);
}

/** Whether a rehearsal has a say in the plan. */
export function isRehearsed(timeline: Timeline, rehearsed: Rehearsed): boolean {
  return timeline.stops.some((stop) => rehearsed.has(stopKey(stop)));
}

/**
 * How a talk that has lasted `elapsed` seconds stands at `stop`. The talk's clock starts when it leaves its first stop,
 * so what is planned for that one does not count.
 */
export function pace(plan: readonly number[], stop: number, elapsed: number): Pace {
  const last = Math.max(0, plan.length - 1);
  const index = Math.max(0, Math.min(stop, last));
  const until = (end: number): number => plan.slice(1, Math.max(1, end)).reduce((sum, seconds) => sum + seconds, 0);
  const [plannedAtStop, plannedAtNext, total] = [until(index), until(index + 1), until(plan.length)];
  const onPlan = Math.max(plannedAtStop, Math.min(elapsed, plannedAtNext));
  return { plannedAtStop, plannedAtNext, ahead: onPlan - elapsed, remaining: total - onPlan, total };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
