import type { Block } from '../story';
import { terminalSession, type Stop, type Timeline } from '../timeline';
import { MARGIN_COLS, INITIAL_OUTPUT, rowsToAnsi } from './ansi';
import type { BidiContext } from './bidiLayout';
import { createElements } from './elements';
import { layoutElements } from './layoutElements';
import type { Row } from './timedRun';
import type { TerminalSize } from './recordedStep';
import { typingScheduler, instantScheduler } from './outputScheduler';
import { textWidth } from './width';

/** The terminal's content at a stop for a width. */
export interface TerminalLayout {
  /** Output of the previous stops of the session. */
  readonly previousOutput: string;
  readonly previousRows: readonly Row[];
  /** Rows of this stop, with the times their runs appear. */
  readonly rows: readonly Row[];
  /** The output when the stop is settled. */
  readonly fullOutput: string;
  /** The spinner the stop ends with; it turns until the next stop. */
  readonly spinner: Spinner | undefined;
  /** For a recording: its fixed size, and the length of `fullOutput` that is shown from each time on. */
  readonly recorded?: { readonly grid: TerminalSize; readonly moments: readonly (readonly [at: number, length: number])[] } | undefined;
}

/** A spinner's characters, and their column in the last row. */
interface Spinner extends Pick<Extract<Block, { type: 'spinner' }>, 'frames' | 'role'> {
  readonly column: number;
}

function spinnerOf({ frames, role }: Extract<Block, { type: 'spinner' }>, [run]: Row = []): Spinner {
  const before = run?.text.slice(0, Math.max(0, run.text.indexOf(frames[0] ?? ''))) ?? '';
  return { frames, role, column: (run?.column ?? 0) + textWidth(before) };
}

const layoutCache = new WeakMap<Timeline, Map<string, TerminalLayout>>();

/** Returns the terminal layout at `stop`, `cols` cells wide. Cached. */
export function terminalLayoutAt(timeline: Timeline, stop: Stop, cols: number): TerminalLayout {
  const known = layoutCache.get(timeline) ?? new Map<string, TerminalLayout>();
  layoutCache.set(timeline, known);
  const key = `${stop.index}:${cols}`;
  const found = known.get(key);
  if (found) return found;
  const layout = computeLayout(timeline, stop, cols);
  // A resize passes through many widths, so the cache is limited.
  if (known.size >= 24) known.clear();
  known.set(key, layout);
  return layout;
}

/** Maximum number of rows of previous stops, about twenty screens. It is limited because each stop writes them again. */
const SCROLLBACK_ROWS = 500;

function computeLayout(timeline: Timeline, stop: Stop, cols: number): TerminalLayout {
  if (stop.recorded) return recordedLayout(stop.recorded);
  const width = cols - MARGIN_COLS;
  const session = terminalSession(timeline, stop);
  const previousRows = scrollbackRows(session.slice(0, -1), width, timeline.bidiContext);
  const blocks = stop.blocks ?? [];
  const last = blocks.at(-1);
  const previousOutput =
    previousRows.length === 0 ? INITIAL_OUTPUT : `${INITIAL_OUTPUT}${rowsToAnsi(previousRows.slice(0, -1), 'previous')}\r\n\r\n`;
  const rows = layoutElements(
    createElements(blocks, typingScheduler(timeline.story.timing, stop.place), timeline.bidiContext),
    width,
    timeline.bidiContext?.bidi,
  );
  return {
    previousOutput,
    previousRows,
    rows,
    fullOutput: previousOutput + rowsToAnsi(rows, 'new'),
    spinner: last?.type === 'spinner' && !last.done ? spinnerOf(last, rows.at(-1)) : undefined,
  };
}

function recordedLayout({ grid, events, initialOutput: previousOutput, finalRows }: NonNullable<Stop['recorded']>): TerminalLayout {
  let length = previousOutput.length;
  const moments = events.map(([at, output]) => [at, (length += output.length)] as const);
  const fullOutput = previousOutput + events.map(([, each]) => each).join('');
  return { previousOutput, previousRows: [], rows: finalRows, fullOutput, spinner: undefined, recorded: { grid, moments } };
}

/** Returns the last {@link SCROLLBACK_ROWS} rows of `stops`, with a blank row after each stop. */
function scrollbackRows(stops: readonly Stop[], width: number, bidiContext: BidiContext | undefined): readonly Row[] {
  const parts: (readonly Row[])[] = [];
  let rows = 0;
  for (let at = stops.length - 1; at >= 0 && rows < SCROLLBACK_ROWS; at -= 1) {
    const part = [...layoutElements(createElements(stops[at]?.blocks ?? [], instantScheduler, bidiContext), width, bidiContext?.bidi), []];
    rows += part.length;
    parts.unshift(part);
  }
  return parts.flat().slice(-SCROLLBACK_ROWS);
}

/** Returns `layout` with the runs that have appeared by `time`; all of them without one. */
export function layoutUntil(layout: TerminalLayout, time: number | undefined): TerminalLayout {
  return time === undefined ? layout : { ...layout, rows: trimBlankRows(layout.rows.map((row) => row.filter(({ at }) => at <= time))) };
}

/** Returns the whole output `time` milliseconds after the stop began to play; by default the final output. */
export function outputAt({ previousOutput, rows, fullOutput, recorded }: TerminalLayout, time = Number.POSITIVE_INFINITY): string {
  if (time === Number.POSITIVE_INFINITY) return fullOutput;
  if (recorded) return fullOutput.slice(0, recorded.moments.findLast(([at]) => at <= time)?.[1] ?? previousOutput.length);
  return previousOutput + rowsToAnsi(rows, 'new', time);
}

/**
 * Returns output for the visible `rows` alone, which xterm.js writes faster. Undefined if no rows are above them, and for recordings,
 * which may draw anywhere. ADR 010
 */
export function visibleOutput(layout: TerminalLayout, rows: number): string | undefined {
  if (layout.recorded) return undefined;
  const newRows = trimBlankRows(layout.rows);
  const previousRows = trimBlankRows(layout.previousRows);
  // A blank row separates them.
  const previousCount = previousRows.length === 0 ? 0 : previousRows.length + 1;
  const hiddenRows = previousCount + newRows.length - rows;
  if (newRows.length === 0 || hiddenRows <= 0) return undefined;
  if (hiddenRows >= previousCount) return INITIAL_OUTPUT + rowsToAnsi(newRows, 'new', Number.POSITIVE_INFINITY, hiddenRows - previousCount);
  const kept = rowsToAnsi(previousRows, 'previous', Number.POSITIVE_INFINITY, hiddenRows);
  return `${INITIAL_OUTPUT}${kept}${hiddenRows === previousRows.length ? '' : '\r\n'}\r\n${rowsToAnsi(newRows, 'new')}`;
}

function trimBlankRows(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}
