import { neededStops, type NeededStop } from './neededStops';
import { stopKey } from './stopNumber';
import type { Timeline } from './timeline';

/** Returns what is no longer whole when stops of `whole`, the timeline with all of them, are dropped: what they are needed by and is left. */
export function brokenStops(whole: Timeline, dropped: ReadonlySet<string>): readonly NeededStop[] {
  return neededStops(whole).filter(({ stop, by }) => dropped.has(stopKey(stop)) && !dropped.has(stopKey(by)));
}
