import { stopAt, type Timeline } from './timeline';

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
  /** Time of the last key press, in milliseconds of the event clock; undefined before the first. */
  readonly lastPressAt?: number | undefined;
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
}

/** Presses less than this many milliseconds apart are a burst: each press moves to another stop. */
export const BURST_MS = 250;

/** Whether a press belongs to a burst or a held key, so that it moves on even while a stop plays. */
function isBurst(position: Position, press: Press): boolean {
  return press.repeat === true || (position.lastPressAt !== undefined && press.at - position.lastPressAt < BURST_MS);
}

/** Returns the position on page load: the first stop plays, any other is settled. */
export function initialPosition(context: PositionContext, stop: number, at: number): Position {
  const target = stopAt(context.timeline, stop).index;
  const plays = context.motion && target === 0 && stopAt(context.timeline, 0).playMs > 0;
  return { stop: target, phase: plays ? 'play' : 'settled', since: at, arrival: 0 };
}

/** Returns the next position. Pure; a stale `elapse` returns the same object. */
export function reducePosition(position: Position, action: PositionAction, context: PositionContext): Position {
  const last = context.timeline.stops.length - 1;
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
      return settle(context.timeline.sceneStarts.find((start) => start > position.stop) ?? last);
    case 'prevScene': {
      const start = context.timeline.sceneStarts.findLast((each) => each <= position.stop) ?? 0;
      return settle(start < position.stop ? start : (context.timeline.sceneStarts.findLast((each) => each < start) ?? 0));
    }
    case 'goTo':
      return settle(action.stop);
    case 'elapse': {
      if (action.arrival !== position.arrival || action.phase !== position.phase || position.phase === 'settled') return position;
      const next = position.phase === 'enter' && stopAt(context.timeline, position.stop).playMs > 0 ? 'play' : 'settled';
      return { ...position, phase: next, since: action.at };
    }
  }
}

function startPlaying(arrived: Position, context: PositionContext, at: number): Position {
  const { enterMs, playMs } = stopAt(context.timeline, arrived.stop);
  if (!context.motion || enterMs + playMs === 0) return arrived;
  return { ...arrived, phase: enterMs > 0 ? 'enter' : 'play', since: at };
}

/** Returns the position that plays the first stop again. */
export function restartedPosition(position: Position, context: PositionContext, at: number): Position {
  return { ...initialPosition(context, 0, at), arrival: position.arrival + 1, lastPressAt: position.lastPressAt };
}

/** Returns the milliseconds the current phase takes; undefined once settled. */
export function phaseDuration(position: Position, timeline: Timeline): number | undefined {
  if (position.phase === 'settled') return undefined;
  const stop = stopAt(timeline, position.stop);
  return position.phase === 'enter' ? stop.enterMs : stop.playMs;
}
