import { isFirstOfWay } from './adjacentStops';
import { stopAt, type Stop, type Timeline } from './timeline';

/** A detour that the presenter is on. ADR 054 */
export interface DetourEntry {
  /** Key of the stop it was left from. */
  readonly from: string;
  /** When, in milliseconds since 1970. */
  readonly since: number;
}

/**
 * The position in the story. The phase is `enter` during the transition, `play` while the stop's own content plays, then `settled`.
 * What is on screen is a function of the story and the position. ADR 001
 */
export interface Position {
  readonly stop: number;
  readonly phase: 'enter' | 'play' | 'settled';
  /** When the current phase began, in milliseconds of the player's clock. */
  readonly since: number;
  /** Counts arrivals, so that timers of an earlier one can be ignored. */
  readonly arrival: number;
  /**
   * The time of the stop, in milliseconds after it began to play, at which playing waits for the presenter to type by hand; undefined
   * when nothing is left to type.
   */
  readonly heldAt?: number | undefined;
  /** Time of the last key press, in milliseconds of the event clock; undefined before the first. */
  readonly lastPressAt?: number | undefined;
  /** The detours up to this stop, the outermost first; none on the way, and after a deep link into one. */
  readonly detours?: readonly DetourEntry[] | undefined;
  /** Whether the last press left a detour. The other presses of its burst then have no effect. */
  readonly hasLeftDetour?: boolean | undefined;
}

/** A key press: the event's timestamp, and whether the key was held down. */
export interface Press {
  readonly at: number;
  readonly repeat?: boolean;
}

/** Keys that move through the story. */
export type Navigation = 'next' | 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene';

/**
 * An action on the position; each is allowed in every phase.
 * `next` plays the next stop, or settles this one while it plays (except in a burst, see {@link isBurst});
 * `prev`, `goTo`, `first`, `last`, `nextScene` and `prevScene` settle their target at once;
 * `elapse` moves `enter` → `play` → `settled`, and is ignored unless it belongs to the current arrival and phase.
 */
export type PositionAction =
  | ({ readonly type: Navigation } & Press)
  | { readonly type: 'goTo'; readonly stop: number; readonly at: number }
  | { readonly type: 'elapse'; readonly arrival: number; readonly phase: Position['phase']; readonly at: number };

export interface PositionContext {
  readonly timeline: Timeline;
  /** Whether stops play when reached by `next`; otherwise they settle at once. */
  readonly motion: boolean;
  /** Milliseconds since 1970. */
  readonly wallTime: number;
  /**
   * Returns the time at which a stop waits for the presenter to type by hand; undefined if it types nothing. @default no stop waits
   */
  readonly firstHold?: ((timeline: Timeline, stop: number) => number | undefined) | undefined;
}

/** Presses less than this many milliseconds apart are a burst: each press moves to another stop. */
export const BURST_MS = 250;

/** Whether a press belongs to a burst or a held key, so that it moves on even while a stop plays. */
export function isBurst(position: Position, press: Press): boolean {
  return press.repeat === true || (position.lastPressAt !== undefined && press.at - position.lastPressAt < BURST_MS);
}

type ArrivalContext = Pick<PositionContext, 'timeline' | 'motion' | 'firstHold'>;

/** Returns the position on page load: the first stop of the way or of a detour plays, any other is settled. */
export function initialPosition(context: ArrivalContext, stop: number, at: number): Position {
  const target = stopAt(context.timeline, stop);
  const plays = context.motion && isFirstOfWay(target) && target.playMs > 0;
  return { stop: target.index, phase: plays ? 'play' : 'settled', since: at, arrival: 0, ...(plays && holdOf(context, target)) };
}

/**
 * Returns the next position of a talk that is on the way and stays on it; `movePosition()` knows detours as well. Pure; a stale `elapse`
 * returns the same object.
 */
export function reducePosition(position: Position, action: PositionAction, context: PositionContext): Position {
  const last = context.timeline.wayLength - 1;
  const settle = (stop: number): Position => {
    const target = stopAt(context.timeline, stop).index;
    const pressed = action.type === 'goTo' ? position.lastPressAt : action.at;
    if (target === position.stop && position.phase === 'settled') return { ...position, lastPressAt: pressed };
    return { stop: target, phase: 'settled', since: action.at, arrival: position.arrival + 1, lastPressAt: pressed };
  };

  switch (action.type) {
    case 'next': {
      if (position.phase !== 'settled' && !isBurst(position, action)) return settle(position.stop);
      if (position.stop === last) return settle(last);
      return startPlaying(settle(position.stop + 1), context, action.at);
    }
    case 'prev':
      return settle(position.stop - 1);
    case 'first':
      return settle(0);
    case 'last':
      return settle(last);
    case 'nextScene':
      return settle(Math.min(context.timeline.sceneStarts.find((start) => start > position.stop) ?? last, last));
    case 'prevScene': {
      const start = context.timeline.sceneStarts.findLast((each) => each <= position.stop) ?? 0;
      return settle(start < position.stop ? start : (context.timeline.sceneStarts.findLast((each) => each < start) ?? 0));
    }
    case 'goTo':
      return settle(action.stop);
    case 'elapse': {
      if (action.arrival !== position.arrival || action.phase !== position.phase) return position;
      if (phaseDuration(position, context.timeline) === undefined) return position;
      const next = position.phase === 'enter' && stopAt(context.timeline, position.stop).playMs > 0 ? 'play' : 'settled';
      return { ...position, phase: next, since: action.at };
    }
  }
}

/** Returns the position that plays the stop which was just arrived at. */
export function startPlaying(arrived: Position, context: ArrivalContext, at: number): Position {
  const target = stopAt(context.timeline, arrived.stop);
  const { enterMs, playMs } = target;
  if (!context.motion || enterMs + playMs === 0) return arrived;
  return { ...arrived, phase: enterMs > 0 ? 'enter' : 'play', since: at, ...holdOf(context, target) };
}

function holdOf({ timeline, firstHold }: Pick<PositionContext, 'timeline' | 'firstHold'>, { index }: Stop): Pick<Position, 'heldAt'> {
  return { heldAt: firstHold?.(timeline, index) };
}

/** Returns the position at its end, where nothing is played and nothing is left to type. */
export function settled(position: Position): Position {
  return { ...position, phase: 'settled', heldAt: undefined };
}

/** Returns the position that shows the end of its stop from `at` on, without what plays there. */
export function settledNow(position: Position, at: number): Position {
  return position.phase === 'settled' ? position : { ...settled(position), since: at, arrival: position.arrival + 1 };
}

/** Returns the position that plays the first stop again. */
export function restartedPosition(position: Position, context: ArrivalContext, at: number): Position {
  return { ...initialPosition(context, 0, at), arrival: position.arrival + 1, lastPressAt: position.lastPressAt };
}

/** Returns the milliseconds the current phase takes; undefined once settled, and while something is left to type by hand. */
export function phaseDuration(position: Position, timeline: Timeline): number | undefined {
  if (position.phase === 'settled' || (position.phase === 'play' && position.heldAt !== undefined)) return undefined;
  const stop = stopAt(timeline, position.stop);
  return position.phase === 'enter' ? stop.enterMs : stop.playMs;
}
