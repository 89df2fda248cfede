import type { Block } from '../story';
import { sessionOf, type Stop, type Timeline } from '../timeline';
import { MARGIN, OPENING, toAnsi } from './ansi';
import { elementsOf } from './elements';
import { layout } from './layout';
import type { Row } from './piece';
import { screenAnsi, screenRows, type Grid } from './recorded';
import { rhythm, still } from './schedule';

/** The terminal at one stop, laid out for one width. */
export interface Frame {
  /** Output of the stops before, as it looks beside what is new. */
  readonly before: string;
  readonly beforeRows: readonly Row[];
  /** Rows the stop brings, each piece with the moment it appears. */
  readonly rows: readonly Row[];
  /** The wait the stop ends on, which turns until the story goes on. */
  readonly spinner: Extract<Block, { type: 'spinner' }> | undefined;
  /** A recording: its own cells, whatever would fit, and its output with the length of it that stands at each moment. */
  readonly recorded?: { readonly grid: Grid; readonly output: string; readonly moments: readonly (readonly [at: number, length: number])[] } | undefined;
}

const frames = new WeakMap<Timeline, Map<string, Frame>>();

/** The terminal at `stop`, `cols` cells wide. Remembered, since each stop is asked for many times while it plays. */
export function frameAt(timeline: Timeline, stop: Stop, cols: number): Frame {
  const known = frames.get(timeline) ?? new Map<string, Frame>();
  frames.set(timeline, known);
  const key = `${stop.index}:${cols}`;
  const found = known.get(key);
  if (found) return found;
  const frame = layFrame(timeline, stop, cols);
  // A resize passes through many widths: keep the latest few frames, not all there ever were.
  if (known.size >= 24) known.clear();
  known.set(key, frame);
  return frame;
}

/** Rows that stay above what is new: twenty screens, more than anybody scrolls back on a stage, and every stop writes them anew. */
const HISTORY = 500;

function layFrame(timeline: Timeline, stop: Stop, cols: number): Frame {
  if (stop.recorded) return recordedFrame(stop.recorded);
  const width = cols - MARGIN;
  const session = sessionOf(timeline, stop);
  const beforeRows = historyOf(session.slice(0, -1), width);
  const blocks = stop.blocks ?? [];
  const last = blocks.at(-1);
  return {
    before: beforeRows.length === 0 ? OPENING : `${OPENING}${toAnsi(beforeRows.slice(0, -1), 'old')}\r\n\r\n`,
    beforeRows,
    rows: layout(elementsOf(blocks, rhythm(timeline.story.timing, stop.index)), width),
    spinner: last?.type === 'spinner' && !last.done ? last : undefined,
  };
}

function recordedFrame({ grid, events, before, screen }: NonNullable<Stop['recorded']>): Frame {
  const opening = screenAnsi(before);
  let length = opening.length;
  const moments = events.map(([at, output]) => [at, (length += output.length)] as const);
  const output = opening + events.map(([, each]) => each).join('');
  return { before: opening, beforeRows: [], rows: screenRows(screen), spinner: undefined, recorded: { grid, output, moments } };
}

/** The rows of `stops`, a blank one after each; of a long run the last {@link HISTORY}. */
function historyOf(stops: readonly Stop[], width: number): readonly Row[] {
  const parts: (readonly Row[])[] = [];
  let rows = 0;
  for (let at = stops.length - 1; at >= 0 && rows < HISTORY; at -= 1) {
    const part = [...layout(elementsOf(stops[at]?.blocks ?? [], still), width), []];
    rows += part.length;
    parts.unshift(part);
  }
  return parts.flat().slice(-HISTORY);
}

/** The terminal’s whole output `time` milliseconds after the stop began to play; all of it by default. */
export function outputAt(frame: Frame, time = Number.POSITIVE_INFINITY): string {
  if (frame.recorded) {
    const { output, moments } = frame.recorded;
    return output.slice(0, moments.findLast(([at]) => at <= time)?.[1] ?? frame.before.length);
  }
  return frame.before + toAnsi(frame.rows, 'fresh', time);
}

/**
 * What a screen of so many rows shows of the whole output: the same picture without the rows above it, which take a
 * terminal most of the time. Undefined where there are none, and for a recording, which may draw anywhere.
 */
export function tailOf(frame: Frame, rows: number): string | undefined {
  if (frame.recorded) return undefined;
  const fresh = withoutEnd(frame.rows);
  const old = withoutEnd(frame.beforeRows);
  // A blank row parts them.
  const before = old.length === 0 ? 0 : old.length + 1;
  const above = before + fresh.length - rows;
  if (fresh.length === 0 || above <= 0) return undefined;
  if (above >= before) return OPENING + toAnsi(fresh, 'fresh', Number.POSITIVE_INFINITY, above - before);
  const kept = toAnsi(old, 'old', Number.POSITIVE_INFINITY, above);
  return `${OPENING}${kept}${above === old.length ? '' : '\r\n'}\r\n${toAnsi(fresh, 'fresh')}`;
}

/** `rows` without the blank ones at their end, which a terminal is never told of. */
function withoutEnd(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}
