import { brokenStops } from './brokenStops';
import { droppableStops } from './cuts';
import { wayStopOf } from './detours';
import type { Position } from './position';
import { indexOfKey } from './stopHash';
import { stopKey } from './stopNumber';
import { stopAt, type Stop, type Timeline } from './timeline';

/** What of the show says which stops are ahead. */
interface StopsHeld extends Pick<Position, 'stop' | 'detours'> {
  readonly frozen: number | undefined;
  readonly dropped?: readonly string[] | undefined;
}

/** The optional stops ahead, by their keys. */
export interface DroppableNow {
  /** Those that can be dropped, as no other stop needs them. */
  readonly drop: readonly string[];
  /** Those that are dropped and can be restored. */
  readonly restore: readonly string[];
}

/** Returns which stops can be dropped or restored now. `whole` is the timeline with all stops. */
export function droppableNow(whole: Timeline, timeline: Timeline, { stop, frozen, detours, dropped = [] }: StopsHeld): DroppableNow {
  const held: readonly Stop[] = [
    stopAt(timeline, stop),
    wayStopOf(timeline, { stop, detours }),
    ...(frozen === undefined ? [] : [stopAt(timeline, frozen)]),
    ...(detours ?? []).map(({ from }) => stopAt(timeline, indexOfKey(timeline, from))),
  ];
  const ahead = droppableStops(whole, held);
  const known = new Set(brokenStops(whole, new Set(dropped)).map((each) => stopKey(each.stop)));
  const isNeeded = (key: string): boolean =>
    brokenStops(whole, new Set([...dropped, key])).some((each) => stopKey(each.stop) === key && !known.has(key));
  return { drop: ahead.filter((key) => !dropped.includes(key) && !isNeeded(key)), restore: ahead.filter((key) => dropped.includes(key)) };
}
