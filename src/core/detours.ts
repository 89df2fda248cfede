import { isFirstOfWay, nextStop, previousStop } from './adjacentStops';
import {
  isBurst,
  reducePosition,
  startPlaying,
  type DetourEntry,
  type Navigation,
  type Position,
  type PositionAction,
  type PositionContext,
  type Press,
} from './position';
import { detoursInNotes } from './notesParts';
import { indexOfKey } from './stopHash';
import { stopKey } from './stopNumber';
import { stopAt, type Stop, type Timeline } from './timeline';

/**
 * An action on a position that may be in a detour (ADR 054). In one, moves beyond its ends and `leaveDetour` settle the stop that it was
 * left from, `first` the one on the way, and `last` the end of the way. A detour that is entered plays its first stop.
 */
export type DetourAction = PositionAction | { readonly type: 'leaveDetour'; readonly at: number };

/** Returns the next position. Pure. */
export function movePosition(position: Position, action: DetourAction, context: PositionContext): Position {
  const { timeline } = context;
  const here = stopAt(timeline, position.stop);
  if (position.hasLeftDetour && isPress(action) && isBurst(position, action)) return { ...position, lastPressAt: action.at };
  const target = action.type === 'goTo' ? stopAt(timeline, action.stop) : here;
  if (here.detour === undefined && target.detour === undefined)
    return action.type === 'leaveDetour' ? position : reducePosition({ ...position, hasLeftDetour: undefined }, action, context);
  return moveInDetour(position, action, here, context);
}

function isPress(action: DetourAction): action is Press & { readonly type: Navigation } {
  return action.type !== 'goTo' && action.type !== 'leaveDetour' && action.type !== 'elapse';
}

/** Returns the next position of one that is in a detour, or goes to one. */
function moveInDetour(position: Position, action: DetourAction, here: Stop, context: PositionContext): Position {
  const { timeline } = context;
  const settle = (target: Stop, detours = detoursOnArrival(position, here, target, context)): Position => ({
    stop: target.index,
    phase: 'settled',
    since: action.at,
    arrival: position.arrival + 1,
    lastPressAt: isPress(action) ? action.at : position.lastPressAt,
    detours: detours.length > 0 ? detours : undefined,
  });
  const leave = (): Position => settle(originOf(timeline, position), position.detours?.slice(0, -1) ?? []);
  const settleOrLeave = (target: Stop | undefined): Position => (target ? settle(target) : { ...leave(), hasLeftDetour: true });

  switch (action.type) {
    case 'next': {
      if (position.phase !== 'settled' && !isBurst(position, action)) return settle(here);
      const next = nextStop(timeline, here);
      return next ? startPlaying(settle(next), context, action.at) : settleOrLeave(undefined);
    }
    case 'prev':
      return settleOrLeave(previousStop(timeline.stops, here));
    case 'first':
      return settle(wayStopOf(timeline, position));
    case 'last':
      return settle(stopAt(timeline, timeline.wayLength - 1));
    case 'nextScene':
      return settleOrLeave(undefined);
    case 'prevScene':
      return settleOrLeave(here.shownStep > 0 ? stopAt(timeline, here.index - here.shownStep) : undefined);
    case 'leaveDetour':
      return leave();
    case 'goTo': {
      const target = stopAt(timeline, action.stop);
      if (target === here && position.phase === 'settled') return position;
      const arrived = settle(target);
      return target.detour !== here.detour && isFirstOfWay(target) && target.detour !== undefined
        ? startPlaying(arrived, context, action.at)
        : arrived;
    }
    case 'elapse':
      return reducePosition(position, action, context);
  }
}

/** Returns the detours after a move from `here` to `target`: one that is entered again is not entered twice. */
function detoursOnArrival({ detours = [] }: Position, here: Stop, target: Stop, { wallTime }: PositionContext): readonly DetourEntry[] {
  if (target.detour === here.detour) return detours;
  if (target.detour === undefined) return [];
  const level = detours.findIndex(({ from }) => from.startsWith(`${target.scene.id}/`));
  return level < 0 ? [...detours, { from: stopKey(here), since: wallTime }] : detours.slice(0, level);
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

/** Returns the last stop on the way before the place of a detour in the story. */
function stopBeforeDetour({ stops, wayLength }: Timeline, { place }: Stop): Stop {
  const way = stops.slice(0, wayLength);
  return (way.findLast((each) => each.place < place) ?? way[0])!;
}

/** Returns what the key for detours does: it leaves one, or enters the one that {@link detourFrom} names; undefined without any. */
export function detourAction(
  timeline: Timeline,
  { stop }: Pick<Position, 'stop'>,
  at: number,
): Extract<DetourAction, { type: 'goTo' | 'leaveDetour' }> | undefined {
  const here = stopAt(timeline, stop);
  if (here.detour !== undefined) return { type: 'leaveDetour', at };
  const target = detourFrom(timeline, here);
  return target && { type: 'goTo', stop: target.index, at };
}

/** Returns `show` with the time of the detours that it has left all since `before`. */
export function withDetourTime<Show extends { readonly position: Position; readonly detourMs: number }>(
  before: Show,
  show: Show,
  wallTime: number,
): Show {
  const since = before.position.detours?.[0]?.since;
  if (since === undefined || show.position.detours) return show;
  return { ...show, detourMs: show.detourMs + Math.max(0, wallTime - since) };
}

/** Returns where the detour begins that the notes of `stop` name first, or else the nearest one in the files; undefined without any. */
function detourFrom({ story: { scenes }, stops, wayLength }: Timeline, { source, scene: here }: Stop): Stop | undefined {
  const starts = stops.slice(wayLength).filter(isFirstOfWay);
  const named = detoursInNotes(`${source.notes.say} ${source.notes.point}`).map((id) => starts.find(({ scene }) => scene.id === id));
  // Of two that are equally near, the one that follows.
  const distance = ({ scene }: Stop): number => Math.abs(scenes.indexOf(scene) - scenes.indexOf(here));
  const nearest = starts.toSorted((a, b) => distance(a) - distance(b) || b.place - a.place)[0];
  return named.find((each) => each !== undefined) ?? nearest;
}
