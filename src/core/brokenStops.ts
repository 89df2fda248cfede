import { neededStops, type NeededStop } from './neededStops';
import { stopKey } from './stopNumber';
import type { Timeline } from './timeline';

/** Returns the dropped stops that others need which are left. `whole` is the timeline with all stops. */
export function brokenStops(whole: Timeline, dropped: ReadonlySet<string>): readonly NeededStop[] {
  return neededStops(whole).filter(({ stop, by }) => dropped.has(stopKey(stop)) && !dropped.has(stopKey(by)));
}
