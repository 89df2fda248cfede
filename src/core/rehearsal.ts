import { dwellMs } from './dwellMs';
import { stopKey } from './stopNumber';
import type { Stop } from './timeline';

/** A stop's arrival while a rehearsal is recorded. */
export interface Visit {
  /** {@link stopKey} of the stop. */
  readonly stop: string;
  /** Milliseconds of a monotonic clock. */
  readonly at: number;
}

/** The time of each stop in a rehearsal, as stored and exported. */
export interface RehearsalRecord {
  readonly understudy: 'rehearsal';
  readonly version: 1;
  /** The story's id. */
  readonly story: string;
  /** ISO 8601. */
  readonly recordedAt: string;
  /** By {@link stopKey}. */
  readonly seconds: Readonly<Record<string, number>>;
}

export type RehearsalResult = { readonly ok: true; readonly rehearsal: RehearsalRecord } | { readonly ok: false; readonly message: string };

const MAX_STOP_SECONDS = 86_400;

/** Returns the total seconds spent at each stop until `end`. */
export function secondsPerStop(visits: readonly Visit[], end: number): Readonly<Record<string, number>> {
  const times = new Map<string, number>();
  visits.forEach(({ stop, at }, index) => {
    const leftAt = visits[index + 1]?.at ?? end;
    times.set(stop, (times.get(stop) ?? 0) + Math.max(0, leftAt - at) / 1000);
  });
  return Object.fromEntries([...times].map(([stop, seconds]) => [stop, Math.round(seconds * 10) / 10]));
}

/** Returns a stop's planned seconds: its time in the rehearsal, else its `dwell`, else its reading time. */
export function plannedSeconds(stop: Stop, rehearsal: RehearsalRecord | undefined): number {
  return rehearsal?.seconds[stopKey(stop)] ?? dwellMs(stop) / 1000;
}

/**
 * Returns the seconds behind the plan (negative: ahead) at stop `current`, `elapsed` seconds after starting at stop `first`. 0 while
 * the current stop has time left.
 */
export function secondsBehindPlan(planned: readonly number[], first: number, current: number, elapsed: number): number {
  const arrival = planned.slice(first, current).reduce((sum, seconds) => sum + seconds, 0);
  const departure = arrival + (planned[current] ?? 0);
  return elapsed < arrival ? elapsed - arrival : Math.max(0, elapsed - departure);
}

/** Parses a rehearsal file. Never throws. */
export function parseRehearsal(text: string, story: string): RehearsalResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, message: text.trim() === '' ? 'The file is empty.' : 'The file is not JSON. Choose one that was exported here.' };
  }
  return validateRehearsal(value, story);
}

/** Validates a rehearsal, for the story with id `story` if given. Never throws. */
export function validateRehearsal(value: unknown, story?: string): RehearsalResult {
  const message = rehearsalError(value, story);
  if (message !== undefined) return { ok: false, message };
  const { recordedAt, seconds, story: id } = value as RehearsalRecord;
  return { ok: true, rehearsal: { understudy: 'rehearsal', version: 1, story: id, recordedAt, seconds: { ...seconds } } };
}

/** Returns the first error; undefined if there is none. */
function rehearsalError(value: unknown, wanted: string | undefined): string | undefined {
  if (!isRecord(value) || value['understudy'] !== 'rehearsal') return 'This is no rehearsal: "understudy": "rehearsal" is missing.';
  const { version, story, recordedAt, seconds } = value;
  if (version !== 1) return `"version" is ${formatValue(version)}; this page reads version 1.`;
  if (typeof story !== 'string') return `"story" should be the id of a story, not ${formatValue(story)}.`;
  if (wanted !== undefined && story !== wanted)
    return `The rehearsal is of another story, ${formatValue(story)}; this one is ${formatValue(wanted)}.`;
  if (typeof recordedAt !== 'string' || Number.isNaN(Date.parse(recordedAt)))
    return `"recordedAt" should be a date, not ${formatValue(recordedAt)}.`;
  if (!isRecord(seconds)) return `"seconds" should list a time for each stop, not ${formatValue(seconds)}.`;
  const entries = Object.entries(seconds);
  if (entries.length === 0) return '"seconds" lists no stop.';
  for (const [stop, time] of entries) {
    if (!/^[a-z][a-z0-9-]*\/\d+$/u.test(stop)) return `In "seconds", ${formatValue(stop)} names no stop; "agent/0" would.`;
    if (typeof time !== 'number' || !(time >= 0 && time <= MAX_STOP_SECONDS))
      return `In "seconds", ${formatValue(stop)} should be a number of seconds, not ${formatValue(time)}.`;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function formatValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
