import type { Block } from '../story';
import { sessionOf, type Stop, type Timeline } from '../timeline';
import { MARGIN, OPENING, toAnsi } from './ansi';
import type { Script } from './bidiLayout';
import { elementsOf } from './elements';
import { layout } from './layoutElements';
import type { Row } from './timedRun';
import { screenAnsi, screenRows, type Grid } from './recordedStep';
import { rhythm, still } from './outputScheduler';
import { textWidth } from './width';

/** The terminal at one stop, laid out for one width. */
export interface Frame {
  /** Output of the stops before, as it looks beside what is new. */
  readonly before: string;
  readonly beforeRows: readonly Row[];
  /** Rows the stop brings, each piece with the moment it appears. */
  readonly rows: readonly Row[];
  /** The whole output, ready for whoever skips to the end. */
  readonly whole: string;
  /** The wait the stop ends on, which turns until the story goes on. */
  readonly spinner: Spinner | undefined;
  /** A recording: its own cells, whatever would fit, and the length of its output that stands at each moment. */
  readonly recorded?: { readonly grid: Grid; readonly moments: readonly (readonly [at: number, length: number])[] } | undefined;
}

/** A wait as it turns: its signs, and the cell of the last row they stand at. */
interface Spinner extends Pick<Extract<Block, { type: 'spinner' }>, 'frames' | 'role'> {
  readonly column: number;
}

function spinnerOf({ frames, role }: Extract<Block, { type: 'spinner' }>, [sign]: Row = []): Spinner {
  const before = sign?.text.slice(0, Math.max(0, sign.text.indexOf(frames[0] ?? ''))) ?? '';
  return { frames, role, column: (sign?.column ?? 0) + textWidth(before) };
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
  const beforeRows = historyOf(session.slice(0, -1), width, timeline.script);
  const blocks = stop.blocks ?? [];
  const last = blocks.at(-1);
  const before = beforeRows.length === 0 ? OPENING : `${OPENING}${toAnsi(beforeRows.slice(0, -1), 'old')}\r\n\r\n`;
  const rows = layout(elementsOf(blocks, rhythm(timeline.story.timing, stop.index), timeline.script), width, timeline.script?.bidi);
  return {
    before,
    beforeRows,
    rows,
    whole: before + toAnsi(rows, 'fresh'),
    spinner: last?.type === 'spinner' && !last.done ? spinnerOf(last, rows.at(-1)) : undefined,
  };
}

function recordedFrame({ grid, events, before, screen }: NonNullable<Stop['recorded']>): Frame {
  const opening = screenAnsi(before);
  let length = opening.length;
  const moments = events.map(([at, output]) => [at, (length += output.length)] as const);
  const whole = opening + events.map(([, each]) => each).join('');
  return { before: opening, beforeRows: [], rows: screenRows(screen), whole, spinner: undefined, recorded: { grid, moments } };
}

/** The rows of `stops`, a blank one after each; of a long run the last {@link HISTORY}. */
function historyOf(stops: readonly Stop[], width: number, script: Script | undefined): readonly Row[] {
  const parts: (readonly Row[])[] = [];
  let rows = 0;
  for (let at = stops.length - 1; at >= 0 && rows < HISTORY; at -= 1) {
    const part = [...layout(elementsOf(stops[at]?.blocks ?? [], still, script), width, script?.bidi), []];
    rows += part.length;
    parts.unshift(part);
  }
  return parts.flat().slice(-HISTORY);
}

/** The terminal’s whole output `time` milliseconds after the stop began to play; all of it by default. */
export function outputAt({ before, rows, whole, recorded }: Frame, time = Number.POSITIVE_INFINITY): string {
  if (time === Number.POSITIVE_INFINITY) return whole;
  if (recorded) return whole.slice(0, recorded.moments.findLast(([at]) => at <= time)?.[1] ?? before.length);
  return before + toAnsi(rows, 'fresh', time);
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
