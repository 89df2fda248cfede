import { keysOf } from './keyNames';
import type { RecordedKey } from './shownKeys';
import type { Stop } from './stop';

/** Keys that are pressed together, or text that is typed. */
export interface KeyRun {
  /** The keys of a combination, or the typed text alone. */
  readonly caps: readonly string[];
  readonly isTyped: boolean;
}

/** Milliseconds for which keys of a recording stay in sight after the last of them. */
const STAY_MS = 2000;
/** The most keys of a recording that are in sight. */
const MAX_KEYS = 24;
/** The most runs that are in sight. */
const MAX_RUNS = 5;

/** Returns the keys pressed in the recordings that play at a stop, by time. */
function recordedKeys({ recorded, panes = [], overPane }: Stop): readonly RecordedKey[] {
  if (!overPane && panes.length === 0) return recorded?.keys ?? [];
  const moving = (overPane ? [overPane] : panes).filter(({ moves }) => moves);
  return moving.flatMap(({ stop }) => recordedKeys(stop)).toSorted(([one], [two]) => one - two);
}

/**
 * Returns the keys to show at a stop, `time` milliseconds after it began to play (infinity once settled): those of the step, and those
 * that were just pressed in its recording.
 */
export function keyRunsAt(stop: Stop, time: number): readonly KeyRun[] {
  if (time < 0) return [];
  const steps = [stop, ...(stop.panes ?? []).flatMap((pane) => (pane.moves ? [pane.stop] : []))];
  const ofSteps = steps.flatMap(({ source }) => source.keys ?? []).map((key) => ({ caps: keysOf(key), isTyped: false }));
  const pressed = recordedKeys(stop).filter(([at]) => at <= time);
  const start = pressed.findLastIndex(([at], index) => (pressed[index + 1]?.[0] ?? time) - at >= STAY_MS);
  return [...ofSteps, ...joinTyped(pressed.slice(Math.max(start + 1, pressed.length - MAX_KEYS)))].slice(-MAX_RUNS);
}

/** Joins characters that are typed one after the other. */
function joinTyped(keys: readonly RecordedKey[]): readonly KeyRun[] {
  const runs: KeyRun[] = [];
  for (const [, key] of keys) {
    const before = runs.at(-1);
    const isCharacter = Array.from(key).length === 1;
    if (before?.isTyped && (isCharacter || key === 'Space'))
      runs[runs.length - 1] = { caps: [`${before.caps[0]}${key === 'Space' ? ' ' : key}`], isTyped: true };
    else runs.push({ caps: isCharacter ? [key] : keysOf(key), isTyped: isCharacter });
  }
  return runs;
}

/** Returns the next time after `time` at which {@link keyRunsAt} changes; undefined if it does not any more. */
export function nextKeyChange(stop: Stop, time: number): number | undefined {
  const keys = recordedKeys(stop);
  const next = keys.find(([at]) => at > time)?.[0];
  const last = keys.findLast(([at]) => at <= time)?.[0];
  const end = last === undefined || last + STAY_MS <= time ? undefined : last + STAY_MS;
  return next === undefined ? end : Math.min(next, end ?? next);
}
