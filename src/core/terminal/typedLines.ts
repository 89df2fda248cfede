import type { Stop, StopPane, Timeline } from '../stop';
import { createElements } from './elements';
import { typingScheduler } from './outputScheduler';
import type { TerminalElement, TimedRun } from './timedRun';

/** A line that a person types in a terminal. Times are milliseconds after the stop begins to play. */
export interface TypedLine {
  /** Its characters, with the time each appears. */
  readonly keys: readonly Pick<TimedRun, 'at' | 'text'>[];
  /** The last moment before the first character. */
  readonly startAt: number;
  /** The time of the last character. */
  readonly endAt: number;
}

const cache = new WeakMap<Stop, readonly TypedLine[]>();

/**
 * Returns the lines that are typed at `stop`, in order, also those in its panes and in its window. Lines of two terminals that are typed
 * at the same time are one. Cached.
 */
export function typedLines(timeline: Timeline, stop: Stop): readonly TypedLine[] {
  const known = cache.get(stop);
  if (known) return known;
  const panes = stop.overPane ? [stop.overPane] : stop.panes;
  const lines = panes ? mergeLines(panes.flatMap(linesOfPane)) : mergeLines(linesOfBlocks(timeline, stop));
  cache.set(stop, lines);
  return lines;
}

function linesOfPane({ timeline, stop, moves }: StopPane): readonly TypedLine[] {
  return moves ? typedLines(timeline, stop) : [];
}

function linesOfBlocks({ story, bidiContext }: Timeline, { blocks = [], index }: Stop): readonly TypedLine[] {
  return createElements(blocks, typingScheduler(story.timing, index), bidiContext).flatMap((element): readonly TypedLine[] => {
    const keys = piecesOf(element).filter(({ style }) => style.typed);
    const [first, last] = [keys[0], keys.at(-1)];
    return first && last ? [{ keys, startAt: first.at - 1, endAt: last.at }] : [];
  });
}

function piecesOf(element: TerminalElement): readonly TimedRun[] {
  return element.kind === 'line' ? element.pieces : [];
}

function mergeLines(lines: readonly TypedLine[]): readonly TypedLine[] {
  const merged: TypedLine[] = [];
  for (const line of lines.toSorted((one, two) => one.startAt - two.startAt)) {
    const before = merged.at(-1);
    if (!before || line.startAt > before.endAt) merged.push(line);
    else
      merged[merged.length - 1] = {
        keys: [...before.keys, ...line.keys].toSorted((one, two) => one.at - two.at),
        startAt: before.startAt,
        endAt: Math.max(before.endAt, line.endAt),
      };
  }
  return merged;
}

/** The fewest and the most characters that one key brings. */
const CHUNK = { min: 2, max: 4 } as const;

/**
 * Returns the time up to which one more key types, after the characters up to `time`: two to four of them, as the line's own rhythm
 * divides it. At the end of the line it is the line's end.
 */
export function chunkEnd({ keys, endAt }: TypedLine, time: number): number {
  const rest = keys.filter(({ at }) => at > time);
  const pace = (endAt - (keys[0]?.at ?? 0)) / keys.length;
  const isPause = (count: number): boolean => rest[count]!.at - rest[count - 1]!.at > pace * 1.3;
  for (let count = CHUNK.min; count < Math.min(CHUNK.max, rest.length); count += 1) if (isPause(count)) return rest[count - 1]!.at;
  return rest[CHUNK.max - 1]?.at ?? endAt;
}
