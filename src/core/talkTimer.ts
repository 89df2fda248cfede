import { asRecord } from './asRecord';

/** The timer of a talk. Times are milliseconds since 1970. ADR 056 */
export interface TalkTimer {
  /** When the talk began; undefined if it has not. */
  readonly startedAt: number | undefined;
  /** Milliseconds for which the room was black since then, without the present time. */
  readonly blackMs: number;
  /** Since when the room is black; undefined while it is not, or before the talk. */
  readonly blackSince: number | undefined;
}

export const NOT_STARTED: TalkTimer = { startedAt: undefined, blackMs: 0, blackSince: undefined };

/** Returns `state` with its timer started now, unless it runs. */
export function startTimer<S extends TalkTimer>(state: S, wallTime: number): S {
  return state.startedAt === undefined ? { ...state, ...NOT_STARTED, startedAt: wallTime } : state;
}

/** Returns `state` with the time for which the room is black. Call it after each change. */
export function countBlack<S extends TalkTimer>(state: S, isBlack: boolean, wallTime: number): S {
  const { startedAt, blackMs, blackSince } = state;
  const counts = isBlack && startedAt !== undefined;
  if (counts === (blackSince !== undefined)) return state;
  if (blackSince === undefined) return { ...state, blackSince: wallTime };
  return { ...state, blackSince: undefined, blackMs: blackMs + Math.max(0, wallTime - blackSince) };
}

/** Parses a stored timer. The page was loaded anew, so the room is not black any more. Never throws. */
export function parseTimer(stored: unknown, wallTime: number): TalkTimer {
  const { startedAt, blackMs, blackSince } = asRecord(stored);
  if (!isTime(startedAt)) return NOT_STARTED;
  const timer = { startedAt, blackMs: isTime(blackMs) ? blackMs : 0, blackSince: isTime(blackSince) ? blackSince : undefined };
  return countBlack(timer, false, wallTime);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/**
 * Returns the seconds a talk has taken by `wallTime`; 0 before it began. Without `countsBlack` the time stands still while the room is
 * black.
 */
export function elapsedSeconds(timer: Partial<TalkTimer>, wallTime: number, countsBlack = true): number {
  const { startedAt, blackMs = 0, blackSince = wallTime } = timer;
  if (startedAt === undefined) return 0;
  const black = countsBlack ? 0 : blackMs + Math.max(0, wallTime - blackSince);
  return Math.max(0, Math.floor((wallTime - startedAt - black) / 1000));
}
