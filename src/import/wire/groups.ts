import type { TraceMessage } from './trace';

/** Messages without a pause between them. */
export interface MessageGroup {
  /** From 1, as in the list that the author sees. */
  readonly number: number;
  /** Milliseconds since the first message. */
  readonly at: number;
  readonly messages: readonly TraceMessage[];
}

/**
 * Groups messages: a new group begins after a pause of `pauseMs`, at most `most` groups. If there are more pauses, the longest divide.
 * A response is in the group of its request.
 */
export function groupMessages(messages: readonly TraceMessage[], pauseMs: number, most: number): readonly MessageGroup[] {
  const pauses = messages
    .map(({ at }, index) => ({ index, ms: index === 0 ? 0 : at - messages[index - 1]!.at }))
    .filter(({ ms }) => ms >= pauseMs)
    .filter(({ index }) => messages[index]!.kind !== 'response')
    .toSorted((a, b) => b.ms - a.ms || a.index - b.index)
    .slice(0, Math.max(0, most - 1));
  const starts = new Set(pauses.map(({ index }) => index));
  const groups: TraceMessage[][] = [[]];
  const groupOfExchange = new Map<number, TraceMessage[]>();
  messages.forEach((message, index) => {
    if (starts.has(index)) groups.push([]);
    const current = groups.at(-1)!;
    const own = (message.kind === 'response' ? groupOfExchange.get(message.exchange) : undefined) ?? current;
    own.push(message);
    if (message.kind === 'request') groupOfExchange.set(message.exchange, own);
  });
  return groups.filter((group) => group.length > 0).map((group, index) => ({ number: index + 1, at: group[0]!.at, messages: group }));
}

/** A request of the author: groups `first` to `last` go to the stop `key`, or are left out without one. */
export interface Move {
  readonly first: number;
  readonly last: number;
  readonly stop: string | undefined;
}

/** Parses `3=agent/1`, `1-4=agent/1`, or `2=none`. Undefined for anything else. */
export function parseMove(text: string): Move | undefined {
  const match = /^(\d+)(?:-(\d+))?=(none|[a-z][a-z0-9-]*\/\d+)$/u.exec(text.trim());
  if (!match) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  return first > 0 && last >= first ? { first, last, stop: match[3] === 'none' ? undefined : match[3] } : undefined;
}

/** What crosses at a stop. */
export interface StopMessages {
  readonly stop: string;
  readonly messages: readonly TraceMessage[];
}

/** The groups with the key of each one's stop; undefined if it is left out. */
export type Assignment = readonly { readonly group: MessageGroup; readonly stop: string | undefined }[];

/**
 * Puts each group at the next stop on the way, from `from` on; then moves groups.
 * @param stops keys of all stops, those of detours too
 * @throws with a sentence if a group or stop is not there
 */
export function assignGroups(
  groups: readonly MessageGroup[],
  { stops, way }: { readonly stops: readonly string[]; readonly way: readonly string[] },
  from: string | undefined,
  moves: readonly Move[],
): Assignment {
  const start = from === undefined ? 0 : indexOfStop(from, way);
  for (const { first, last, stop } of moves) {
    if (last > groups.length) throw new Error(`There is no group ${first > groups.length ? first : last}; the trace has ${groups.length}.`);
    if (stop !== undefined) indexOfStop(stop, stops);
  }
  return groups.map((group, index) => {
    const move = moves.findLast(({ first, last }) => group.number >= first && group.number <= last);
    return { group, stop: move ? move.stop : way[Math.min(start + index, way.length - 1)] };
  });
}

function indexOfStop(stop: string, stops: readonly string[]): number {
  const index = stops.indexOf(stop);
  if (index < 0) throw new Error(`There is no stop ${stop} in this story, which has ${listStops(stops)}.`);
  return index;
}

/** Lists stops, those of a scene together: `terminal/0 to terminal/3, page/0`. */
function listStops(stops: readonly string[]): string {
  const scenes = new Map<string, number>();
  for (const stop of stops) scenes.set(stop.split('/')[0]!, Number(stop.split('/')[1]));
  return [...scenes].map(([scene, last]) => (last === 0 ? `${scene}/0` : `${scene}/0 to ${scene}/${last}`)).join(', ');
}

/** Returns the messages of each stop in the order of the story; of groups at the same stop in the order of the trace. */
export function messagesByStop(assignment: Assignment, stops: readonly string[]): readonly StopMessages[] {
  return stops.flatMap((stop) => {
    const messages = assignment.filter((each) => each.stop === stop).flatMap(({ group }) => group.messages);
    return messages.length === 0 ? [] : [{ stop, messages }];
  });
}
