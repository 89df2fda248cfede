import { stopAt, type Timeline } from './timeline';

/**
 * Where the presentation is. `enter` while windows move, `play` while the stop's own content plays, then `settled`.
 * What is on screen follows from the story and this alone.
 */
export interface Position {
  readonly stop: number;
  readonly phase: 'enter' | 'play' | 'settled';
  /** When the current phase began, in milliseconds of the player's clock. */
  readonly since: number;
  /** Counts arrivals, so that whatever belongs to an earlier one can be told and ignored. */
  readonly arrival: number;
  /** When the last press came, in milliseconds of the event clock; undefined before the first. */
  readonly lastPressAt?: number | undefined;
}

/** A press: when the event happened, by its own timestamp, and whether the key was held down. */
interface Press {
  readonly at: number;
  readonly repeat?: boolean;
}

/**
 * Everything that can happen to the position. Legal in every phase:
 * `next` plays the next stop, or finishes this one while it plays (the rule is {@link isBurst});
 * `prev`, `goTo`, `first`, `last`, `nextScene`, `prevScene` settle at once where they lead;
 * `elapse` moves `enter` → `play` → `settled`, and is ignored unless it belongs to the current arrival and phase.
 */
export type PositionAction =
  | ({ readonly type: 'next' } & Press)
  | ({ readonly type: 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene' } & Press)
  | { readonly type: 'goTo'; readonly stop: number; readonly at: number }
  | { readonly type: 'elapse'; readonly arrival: number; readonly phase: Position['phase']; readonly at: number };

/** What the reducer needs to know besides the position. */
export interface PositionContext {
  readonly timeline: Timeline;
  /** Whether stops play when reached by going on; without motion they settle at once. */
  readonly motion: boolean;
}

/** Presses this close together, in milliseconds, are a burst: each of them counts. */
export const BURST_MS = 250;

/** Whether a press belongs to a burst or a held key, so that it steps even while a stop plays. */
function isBurst(position: Position, press: Press): boolean {
  return press.repeat === true || (position.lastPressAt !== undefined && press.at - position.lastPressAt < BURST_MS);
}

/** The position on loading the page: the first stop plays its opening, any other stands as it will stay. */
export function initialPosition(context: PositionContext, stop: number, at: number): Position {
  const target = stopAt(context.timeline, stop).index;
  const plays = context.motion && target === 0 && stopAt(context.timeline, 0).playMs > 0;
  return { stop: target, phase: plays ? 'play' : 'settled', since: at, arrival: 0 };
}

/** The position after `action`. Pure and synchronous; a stale `elapse` returns the very same object. */
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

/** The first stop again, played from its beginning: where a loop starts over. */
export function restartedPosition(position: Position, context: PositionContext, at: number): Position {
  return { ...initialPosition(context, 0, at), arrival: position.arrival + 1, lastPressAt: position.lastPressAt };
}

/** Milliseconds until the current phase is over; undefined once settled. */
export function phaseDuration(position: Position, timeline: Timeline): number | undefined {
  if (position.phase === 'settled') return undefined;
  const stop = stopAt(timeline, position.stop);
  return position.phase === 'enter' ? stop.enterMs : stop.playMs;
}
