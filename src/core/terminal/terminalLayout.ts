import type { Block } from '../story';
import { terminalSession, type Stop, type Timeline } from '../timeline';
import { MARGIN_COLS, INITIAL_OUTPUT, rowsToAnsi } from './ansi';
import type { BidiContext } from './bidiLayout';
import { createElements } from './elements';
import { layoutElements } from './layoutElements';
import type { Row } from './timedRun';
import { screenAnsi, screenRows, type TerminalSize } from './recordedStep';
import { typingScheduler, instantScheduler } from './outputScheduler';
import { textWidth } from './width';

/** The terminal at one stop, laid out for one width. */
export interface TerminalLayout {
  /** Output of the stops before, as it looks beside what is new. */
  readonly previousOutput: string;
  readonly previousRows: readonly Row[];
  /** Rows the stop brings, each piece with the moment it appears. */
  readonly rows: readonly Row[];
  /** The whole output, ready for whoever skips to the end. */
  readonly fullOutput: string;
  /** The wait the stop ends on, which turns until the story goes on. */
  readonly spinner: Spinner | undefined;
  /** A recording: its own cells, whatever would fit, and the length of its output that stands at each moment. */
  readonly recorded?: { readonly grid: TerminalSize; readonly moments: readonly (readonly [at: number, length: number])[] } | undefined;
}

/** A wait as it turns: its signs, and the cell of the last row they stand at. */
interface Spinner extends Pick<Extract<Block, { type: 'spinner' }>, 'frames' | 'role'> {
  readonly column: number;
}

function spinnerOf({ frames, role }: Extract<Block, { type: 'spinner' }>, [run]: Row = []): Spinner {
  const before = run?.text.slice(0, Math.max(0, run.text.indexOf(frames[0] ?? ''))) ?? '';
  return { frames, role, column: (run?.column ?? 0) + textWidth(before) };
}

const layoutCache = new WeakMap<Timeline, Map<string, TerminalLayout>>();

/** The terminal at `stop`, `cols` cells wide. Remembered, since each stop is asked for many times while it plays. */
export function terminalLayoutAt(timeline: Timeline, stop: Stop, cols: number): TerminalLayout {
  const known = layoutCache.get(timeline) ?? new Map<string, TerminalLayout>();
  layoutCache.set(timeline, known);
  const key = `${stop.index}:${cols}`;
  const found = known.get(key);
  if (found) return found;
  const layout = computeLayout(timeline, stop, cols);
  // A resize passes through many widths: keep the latest few frames, not all there ever were.
  if (known.size >= 24) known.clear();
  known.set(key, layout);
  return layout;
}

/** Rows that stay above what is new: twenty screens, more than anybody scrolls back on a stage, and every stop writes them anew. */
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
    createElements(blocks, typingScheduler(timeline.story.timing, stop.index), timeline.bidiContext),
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

function recordedLayout({ grid, events, initialScreen, screen }: NonNullable<Stop['recorded']>): TerminalLayout {
  const previousOutput = screenAnsi(initialScreen);
  let length = previousOutput.length;
  const moments = events.map(([at, output]) => [at, (length += output.length)] as const);
  const fullOutput = previousOutput + events.map(([, each]) => each).join('');
  return { previousOutput, previousRows: [], rows: screenRows(screen), fullOutput, spinner: undefined, recorded: { grid, moments } };
}

/** The rows of `stops`, a blank one after each; of a long run the last {@link SCROLLBACK_ROWS}. */
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

/** The terminal’s whole output `time` milliseconds after the stop began to play; all of it by default. */
export function outputAt({ previousOutput, rows, fullOutput, recorded }: TerminalLayout, time = Number.POSITIVE_INFINITY): string {
  if (time === Number.POSITIVE_INFINITY) return fullOutput;
  if (recorded) return fullOutput.slice(0, recorded.moments.findLast(([at]) => at <= time)?.[1] ?? previousOutput.length);
  return previousOutput + rowsToAnsi(rows, 'new', time);
}

/**
 * What a screen of so many rows shows of the whole output: the same picture without the rows above it, which take a
 * terminal most of the time. Undefined where there are none, and for a recording, which may draw anywhere.
 */
export function visibleOutput(layout: TerminalLayout, rows: number): string | undefined {
  if (layout.recorded) return undefined;
  const newRows = trimBlankRows(layout.rows);
  const previousRows = trimBlankRows(layout.previousRows);
  // A blank row parts them.
  const previousCount = previousRows.length === 0 ? 0 : previousRows.length + 1;
  const hiddenRows = previousCount + newRows.length - rows;
  if (newRows.length === 0 || hiddenRows <= 0) return undefined;
  if (hiddenRows >= previousCount) return INITIAL_OUTPUT + rowsToAnsi(newRows, 'new', Number.POSITIVE_INFINITY, hiddenRows - previousCount);
  const kept = rowsToAnsi(previousRows, 'previous', Number.POSITIVE_INFINITY, hiddenRows);
  return `${INITIAL_OUTPUT}${kept}${hiddenRows === previousRows.length ? '' : '\r\n'}\r\n${rowsToAnsi(newRows, 'new')}`;
}

/** `rows` without the blank ones at their end, which a terminal is never told of. */
function trimBlankRows(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}
