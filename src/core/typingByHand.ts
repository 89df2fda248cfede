import { chunkEnd, typedLines, type TypedLine } from './terminal/typedLines';
import { restartedPosition, type Position, type PositionContext } from './position';
import { startTimer, type TalkTimer } from './talkTimer';
import { stopAt, type Timeline } from './timeline';

/** What a key does to the line that is typed by hand: brings its next characters, or finishes it. */
export type TypingKey = 'type' | 'typeLine';

function firstHold(timeline: Timeline, stop: number): number | undefined {
  return typedLines(timeline, stopAt(timeline, stop))[0]?.startAt;
}

/**
 * Returns the position after a key typed by hand at `at`. The same object if nothing is left to type, while the stop plays up to its
 * next line, and at the end of a line, which {@link TypingKey} `typeLine` finishes. Pure. ADR 056
 */
function typeByHand(position: Position, key: TypingKey, timeline: Timeline, at: number): Position {
  const { heldAt } = position;
  if (heldAt === undefined || !isWaiting(position, at)) return position;
  const lines = typedLines(timeline, stopAt(timeline, position.stop));
  const index = lines.findIndex(({ startAt, endAt }) => startAt <= heldAt && heldAt <= endAt);
  const line = lines[index];
  if (!line) return playByClock(position, at);
  if (key === 'typeLine') return { ...position, heldAt: lines[index + 1]?.startAt, since: at - line.endAt };
  const end = chunkEnd(line, heldAt);
  return end === heldAt ? position : { ...position, heldAt: end, since: at - end };
}

/** Whether playing has reached the line to type. The clock's rounding must not lose a key. */
function isWaiting({ phase, since, heldAt = 0 }: Position, at: number): boolean {
  return phase === 'play' && at - since > heldAt - 1;
}

/**
 * Returns `show` with typing by hand on or off. On, playing waits at the next line. Before the talk the first stop plays again, so that it
 * can be typed as well.
 */
function toggleTyping<S extends TypingShow>(show: S, context: PositionContext, at: number): S {
  const { position, startedAt } = show;
  if (show.isTypingByHand) return { ...show, isTypingByHand: false, position: playByClock(position, at) };
  const isBeforeTalk = position.stop === 0 && startedAt === undefined && firstHold(context.timeline, 0) !== undefined;
  const held = isBeforeTalk ? restartedPosition(position, { ...context, firstHold }, at) : holdForTyping(position, context.timeline, at);
  return { ...show, isTypingByHand: true, position: held };
}

/** Returns `show` after a key typed by hand on a stage that the audience sees. */
function typeKey<S extends TypingShow>(show: S, key: TypingKey, context: PositionContext, at: number): S {
  const isFrozenWithoutSpeaker = show.frozen !== undefined && !show.connected;
  if (show.curtain !== 'open' || show.overlay !== undefined || isFrozenWithoutSpeaker) return show;
  const position = typeByHand(show.position, key, context.timeline, at);
  return position === show.position ? show : startTimer({ ...show, position }, context.wallTime);
}

interface TypingShow extends TalkTimer {
  readonly position: Position;
  readonly isTypingByHand: boolean;
  readonly curtain: string;
  readonly overlay: unknown;
  readonly frozen: Position | undefined;
  readonly connected: boolean;
}

/** Returns the position that waits at the next line to type, or in the line that is being typed. */
function holdForTyping(position: Position, timeline: Timeline, at: number): Position {
  if (position.phase === 'settled') return position;
  const time = position.phase === 'play' ? Math.floor(at - position.since) : -1;
  const line = typedLines(timeline, stopAt(timeline, position.stop)).find(({ endAt }) => endAt > time);
  return line ? { ...position, heldAt: Math.max(line.startAt, time) } : position;
}

/** Returns the position that plays on by the clock from where it waits. */
function playByClock(position: Position, at: number): Position {
  const { heldAt, since } = position;
  if (heldAt === undefined) return position;
  return { ...position, heldAt: undefined, since: isWaiting(position, at) ? at - heldAt : since };
}

/** What the show does with typing by hand, apart from the show, so that the page loads it when it is first used. */
export interface TypingByHand {
  readonly firstHold: typeof firstHold;
  readonly playByClock: typeof playByClock;
  readonly toggleTyping: typeof toggleTyping;
  readonly typeKey: typeof typeKey;
}

export const typingByHand: TypingByHand = { firstHold, playByClock, toggleTyping, typeKey };

/** What the speaker sees of the line that is typed by hand. */
export interface LineToType {
  readonly typed: string;
  /** The characters that the next key brings. */
  readonly next: string;
  readonly rest: string;
  /** Number of lines left at this stop after this one. */
  readonly linesAfter: number;
}

/** Returns the line to type at `heldAt`, see {@link Position}; undefined if there is none. */
export function lineToType(timeline: Timeline, stop: number, heldAt: number | undefined): LineToType | undefined {
  const lines = heldAt === undefined ? [] : typedLines(timeline, stopAt(timeline, stop));
  const index = lines.findIndex(({ startAt, endAt }) => startAt <= heldAt! && heldAt! <= endAt);
  const line = lines[index];
  if (!line) return undefined;
  const end = chunkEnd(line, heldAt!);
  return {
    typed: textBetween(line, -1, heldAt!),
    next: textBetween(line, heldAt!, end),
    rest: textBetween(line, end, Number.POSITIVE_INFINITY),
    linesAfter: lines.length - index - 1,
  };
}

function textBetween({ keys }: TypedLine, after: number, until: number): string {
  return keys.map(({ at, text }) => (at > after && at <= until ? text : '')).join('');
}
