import { asRecord } from './asRecord';
import type { DetourEntry } from './position';
import { indexOfKey } from './stopHash';
import { stopKey } from './stopNumber';
import { stopAt, type Timeline } from './timeline';

/** Validation of what windows tell each other about dropped stops and detours. */

export function areStopKeys(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

export function areDetours(value: unknown): value is readonly DetourEntry[] {
  return (
    Array.isArray(value) && value.every((each) => typeof asRecord(each)['from'] === 'string' && Number.isFinite(asRecord(each)['since']))
  );
}

/** Whether the fields of a shared show are valid that older versions do not send. */
export function hasTalkFields({ dropped, detours, detourMs }: Readonly<Record<string, unknown>>): boolean {
  return (
    (dropped === undefined || areStopKeys(dropped)) &&
    (detours === undefined || areDetours(detours)) &&
    (detourMs === undefined || Number.isFinite(detourMs))
  );
}

/** Returns the index of the stop that another window goes to; undefined if it was dropped meanwhile. Older versions send no key. */
export function resolveStop(timeline: Timeline, { stop, key }: { readonly stop: number; readonly key?: string }): number | undefined {
  if (key === undefined) return stop;
  const index = indexOfKey(timeline, key);
  return stopKey(stopAt(timeline, index)) === key ? index : undefined;
}
