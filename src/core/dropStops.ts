import { droppableStops } from './cuts';
import { wayStopOf } from './detours';
import type { Position } from './position';
import { indexOfKey } from './stopHash';
import { stopKey } from './stopNumber';
import { stopAt, type Stop, type Timeline } from './timeline';

/** The parts of the show state that depend on the stops of the timeline. */
interface Droppable {
  readonly position: Position;
  readonly frozen: Position | undefined;
  readonly dropped: readonly string[];
}

/** Returns the show after a command that drops or restores stops; the same one if none of them may be. */
export function dropStops<Show extends Droppable>(
  show: Show,
  { type, stops }: { readonly type: 'drop' | 'restore'; readonly stops: readonly string[] },
  timeline: Timeline,
): Show {
  const changed = new Set(droppableStops(timeline, heldStops(show, timeline)).filter((key) => stops.includes(key)));
  const others = show.dropped.filter((key) => !changed.has(key));
  const dropped = type === 'drop' ? [...others, ...changed] : others;
  return dropped.length === show.dropped.length ? show : { ...show, dropped };
}

/** Returns the stops on stage, and those that detours were left from. */
function heldStops({ position, frozen }: Droppable, timeline: Timeline): readonly Stop[] {
  return [position, ...(frozen ? [frozen] : [])].flatMap((each) => [
    stopAt(timeline, each.stop),
    wayStopOf(timeline, each),
    ...(each.detours ?? []).map(({ from }) => stopAt(timeline, indexOfKey(timeline, from))),
  ]);
}

/** Returns a show of the timeline `before` at the same stops of `timeline`. */
export function rebaseShow<Show extends Droppable>(show: Show, before: Timeline, timeline: Timeline): Show {
  const rebase = (position: Position): Position => {
    const stop = indexOfKey(timeline, stopKey(stopAt(before, position.stop)));
    return { ...position, stop, detours: stop < timeline.wayLength ? undefined : position.detours };
  };
  return { ...show, position: rebase(show.position), frozen: show.frozen && rebase(show.frozen) };
}
