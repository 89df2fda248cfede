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
  readonly pressed?: number | undefined;
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
export type Action =
  | ({ readonly type: 'next' } & Press)
  | ({ readonly type: 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene' } & Press)
  | { readonly type: 'goTo'; readonly stop: number; readonly at: number }
  | { readonly type: 'elapse'; readonly arrival: number; readonly phase: Position['phase']; readonly at: number };

/** What the reducer needs to know besides the position. */
export interface Rules {
  readonly timeline: Timeline;
  /** Whether stops play when reached by going on; without motion they settle at once. */
  readonly motion: boolean;
}

/** Presses this close together, in milliseconds, are a burst: each of them counts. */
export const BURST_MS = 250;

/** Whether a press belongs to a burst or a held key, so that it steps even while a stop plays. */
function isBurst(position: Position, press: Press): boolean {
  return press.repeat === true || (position.pressed !== undefined && press.at - position.pressed < BURST_MS);
}

/** The position on loading the page: the first stop plays its opening, any other stands as it will stay. */
export function arrive(rules: Rules, stop: number, at: number): Position {
  const target = stopAt(rules.timeline, stop).index;
  const plays = rules.motion && target === 0 && stopAt(rules.timeline, 0).playMs > 0;
  return { stop: target, phase: plays ? 'play' : 'settled', since: at, arrival: 0 };
}

/** The position after `action`. Pure and synchronous; a stale `elapse` returns the very same object. */
export function reduce(position: Position, action: Action, rules: Rules): Position {
  const last = rules.timeline.stops.length - 1;
  const settle = (stop: number): Position => {
    const target = stopAt(rules.timeline, stop).index;
    const pressed = action.type === 'goTo' ? position.pressed : action.at;
    if (target === position.stop && position.phase === 'settled') return { ...position, pressed };
    return { stop: target, phase: 'settled', since: action.at, arrival: position.arrival + 1, pressed };
  };

  switch (action.type) {
    case 'next': {
      if (position.phase !== 'settled' && !isBurst(position, action)) return settle(position.stop);
      if (position.stop === last) return settle(last);
      return play(settle(position.stop + 1), rules, action.at);
    }
    case 'prev':
      return settle(position.stop - 1);
    case 'first':
      return settle(0);
    case 'last':
      return settle(last);
    case 'nextScene':
      return settle(rules.timeline.starts.find((start) => start > position.stop) ?? last);
    case 'prevScene': {
      const start = rules.timeline.starts.findLast((each) => each <= position.stop) ?? 0;
      return settle(start < position.stop ? start : (rules.timeline.starts.findLast((each) => each < start) ?? 0));
    }
    case 'goTo':
      return settle(action.stop);
    case 'elapse': {
      if (action.arrival !== position.arrival || action.phase !== position.phase || position.phase === 'settled') return position;
      const next = position.phase === 'enter' && stopAt(rules.timeline, position.stop).playMs > 0 ? 'play' : 'settled';
      return { ...position, phase: next, since: action.at };
    }
  }
}

function play(arrived: Position, rules: Rules, at: number): Position {
  const { enterMs, playMs } = stopAt(rules.timeline, arrived.stop);
  if (!rules.motion || enterMs + playMs === 0) return arrived;
  return { ...arrived, phase: enterMs > 0 ? 'enter' : 'play', since: at };
}

/** The first stop again, played from its beginning: where a loop starts over. */
export function replayed(position: Position, rules: Rules, at: number): Position {
  return { ...arrive(rules, 0, at), arrival: position.arrival + 1, pressed: position.pressed };
}

/** Milliseconds until the current phase is over; undefined once settled. */
export function phaseDuration(position: Position, timeline: Timeline): number | undefined {
  if (position.phase === 'settled') return undefined;
  const stop = stopAt(timeline, position.stop);
  return position.phase === 'enter' ? stop.enterMs : stop.playMs;
}
