import { nextStop, previousStop, stopBeforeDetour } from './detours';
import { indexOfKey } from './stopHash';
import { stopKey } from './stopNumber';
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
  /** The detours up to this stop, the outermost first. Empty after a deep link into one. */
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
 * `prev`, `goTo`, `first`, `last`, `nextScene` and `prevScene` settle their target at once; only the first stop of a detour plays;
 * `leaveDetour` settles the stop that the detour was left from, as do moves beyond its ends; `first` leaves all detours;
 * `elapse` moves `enter` → `play` → `settled`, and is ignored unless it belongs to the current arrival and phase.
 */
export type PositionAction =
  | ({ readonly type: Navigation } & Press)
  | { readonly type: 'goTo'; readonly stop: number; readonly at: number }
  | { readonly type: 'leaveDetour'; readonly at: number }
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
function isBurst(position: Position, press: Press): boolean {
  return press.repeat === true || (position.lastPressAt !== undefined && press.at - position.lastPressAt < BURST_MS);
}

/** Returns the position on page load: the first stop of the story or of a detour plays, any other is settled. `detours` are kept in one. */
export function initialPosition(
  context: Pick<PositionContext, 'timeline' | 'motion' | 'firstHold'>,
  stop: number,
  at: number,
  detours?: readonly DetourEntry[],
): Position {
  const target = stopAt(context.timeline, stop);
  const plays = context.motion && !previousStop(context.timeline.stops, target) && target.playMs > 0;
  return {
    stop: target.index,
    phase: plays ? 'play' : 'settled',
    since: at,
    arrival: 0,
    detours: target.detour === undefined ? undefined : detours,
    ...(plays && holdOf(context, target)),
  };
}

/** Returns the next position. Pure; a stale `elapse` returns the same object. */
export function reducePosition(position: Position, action: PositionAction, context: PositionContext): Position {
  const { timeline } = context;
  const here = stopAt(timeline, position.stop);
  const last = timeline.wayLength - 1;
  const lastPressAt = isPress(action) ? action.at : position.lastPressAt;
  const arrive = (target: Stop, detours: readonly DetourEntry[]): Position => ({
    stop: target.index,
    phase: 'settled',
    since: action.at,
    arrival: position.arrival + 1,
    lastPressAt,
    detours: detours.length > 0 ? detours : undefined,
  });
  const settle = (stop: number): Position => {
    const target = stopAt(timeline, stop);
    if (target === here && position.phase === 'settled') return { ...position, lastPressAt, hasLeftDetour: undefined };
    return arrive(target, detoursOnArrival(position, here, target, context));
  };
  const leave = (): Position => arrive(originOf(timeline, position), (position.detours ?? []).slice(0, -1));
  // A press beyond the ends of a detour leaves it.
  const settleOrLeave = (target: number | undefined): Position => {
    if (target !== undefined || here.detour === undefined) return settle(target ?? here.index);
    return { ...leave(), hasLeftDetour: true };
  };

  if (position.hasLeftDetour && isPress(action) && isBurst(position, action)) return { ...position, lastPressAt };
  switch (action.type) {
    case 'next': {
      if (position.phase !== 'settled' && !isBurst(position, action)) return settle(here.index);
      const next = nextStop(timeline, here);
      return next ? startPlaying(settle(next.index), context, action.at) : settleOrLeave(undefined);
    }
    case 'prev':
      return settleOrLeave(previousStop(timeline.stops, here)?.index);
    case 'first':
      return settle(here.detour === undefined ? 0 : wayStopOf(timeline, position).index);
    case 'last':
      return settle(last);
    case 'nextScene':
      if (here.detour !== undefined) return settleOrLeave(undefined);
      return settle(Math.min(timeline.sceneStarts[here.sceneIndex + 1] ?? last, last));
    case 'prevScene': {
      const start = here.index - here.shownStep;
      if (start < here.index) return settle(start);
      return settleOrLeave(here.detour === undefined ? timeline.sceneStarts[Math.max(0, here.sceneIndex - 1)] : undefined);
    }
    case 'goTo': {
      const target = settle(action.stop);
      const entersDetour = stopAt(timeline, target.stop).detour !== here.detour && isFirstOfDetour(stopAt(timeline, target.stop));
      return entersDetour ? startPlaying(target, context, action.at) : target;
    }
    case 'leaveDetour':
      return here.detour === undefined ? position : leave();
    case 'elapse': {
      if (action.arrival !== position.arrival || action.phase !== position.phase) return position;
      if (phaseDuration(position, timeline) === undefined) return position;
      const next = position.phase === 'enter' && here.playMs > 0 ? 'play' : 'settled';
      return { ...position, phase: next, since: action.at };
    }
  }
}

function isPress(action: PositionAction): action is Press & { readonly type: Navigation } {
  return action.type !== 'goTo' && action.type !== 'leaveDetour' && action.type !== 'elapse';
}

function isFirstOfDetour({ detour, shownStep }: Stop): boolean {
  return detour !== undefined && shownStep === 0;
}

/** Returns the stop that the current detour was left from; after a deep link, the last one on the way before its place. */
export function originOf(timeline: Timeline, { stop, detours = [] }: Pick<Position, 'stop' | 'detours'>): Stop {
  const from = detours.at(-1)?.from;
  return from === undefined ? stopBeforeDetour(timeline, stopAt(timeline, stop)) : stopAt(timeline, indexOfKey(timeline, from));
}

/** Returns the stop on the way that the presenter is at, or has left for the current detour. */
export function wayStopOf(timeline: Timeline, { stop, detours = [] }: Pick<Position, 'stop' | 'detours'>): Stop {
  const here = stopAt(timeline, stop);
  if (here.detour === undefined) return here;
  const origin = detours[0] ? stopAt(timeline, indexOfKey(timeline, detours[0].from)) : here;
  return origin.detour === undefined ? origin : stopBeforeDetour(timeline, origin);
}

/** Returns the detours after a move from `here` to `target`: a detour that is entered again is not entered twice. */
function detoursOnArrival({ detours = [] }: Position, here: Stop, target: Stop, { wallTime }: PositionContext): readonly DetourEntry[] {
  if (target.detour === here.detour) return detours;
  if (target.detour === undefined) return [];
  const level = detours.findIndex(({ from }) => from.startsWith(`${target.scene.id}/`));
  return level < 0 ? [...detours, { from: stopKey(here), since: wallTime }] : detours.slice(0, level);
}

function startPlaying(arrived: Position, context: PositionContext, at: number): Position {
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
export function restartedPosition(
  position: Position,
  context: Pick<PositionContext, 'timeline' | 'motion' | 'firstHold'>,
  at: number,
): Position {
  return { ...initialPosition(context, 0, at), arrival: position.arrival + 1, lastPressAt: position.lastPressAt };
}

/** Returns the milliseconds the current phase takes; undefined once settled, and while something is left to type by hand. */
export function phaseDuration(position: Position, timeline: Timeline): number | undefined {
  if (position.phase === 'settled' || (position.phase === 'play' && position.heldAt !== undefined)) return undefined;
  const stop = stopAt(timeline, position.stop);
  return position.phase === 'enter' ? stop.enterMs : stop.playMs;
}
