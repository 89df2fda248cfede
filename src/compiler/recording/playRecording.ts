import headless, { type Terminal } from '@xterm/headless';
import { cursorAnsi, type TerminalSize, type RecordedStep, type RecordedScreen } from '../../core/terminal/recordedStep';
import { MIN_ROWS, NARROW_COLS } from '../../terminal/grid';
import { activateGraphemeWidths } from '../../terminal/activateGraphemeWidths';
import type { OutputFrame, RecordingSegment } from './splitRecording';
import { trackCursorVisibility } from './trackCursorVisibility';
import { collectTextsToScan, type TextToScan } from './textsToScan';
import { screenDiffAnsi, readScreen, groupIntoRuns, countScrolledRows, type ScreenRow, type ScreenRows } from './screen';
import { toVisualOrder, type VisualRow } from './visualOrder';

/** A played stop of a recording: the data that the stage needs, and its text. */
export interface PlayedStop {
  readonly recorded: RecordedStep;
  readonly lines: readonly string[];
  /** Texts that the stop shows at any moment and that may contain a secret. Only `check` reads them. */
  readonly textsToScan: readonly TextToScan[];
}

/** Final bytes of control sequences whose parameter is a count. Larger counts than {@link MAX_REPEATS} are ignored. */
const REPEATABLE_FINALS = ['@', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'I', 'L', 'M', 'P', 'S', 'T', 'X', 'Z', 'a', 'b', 'e'];
const MAX_REPEATS = 1000;

/** Frames in one {@link writeFrames} call. */
const FRAMES_PER_BATCH = 200;

/** A resize at which xterm.js throws: with wide characters at the edge it may access a row that it has removed. */
export class ResizeError extends Error {
  override name = 'ResizeError';
}

/**
 * Plays a recording in a headless xterm.js and returns what it shows: text, colours and cursor. Other effects of control sequences
 * (clipboard, links, titles, mouse, replies) are dropped (ADR 013). @throws {ResizeError}
 */
export async function playRecording(
  grid: TerminalSize,
  segments: readonly Pick<RecordingSegment, 'start' | 'frames'>[],
): Promise<readonly PlayedStop[]> {
  const terminal = new headless.Terminal({ allowProposedApi: true, ...grid, scrollback: 0, logLevel: 'off' });
  activateGraphemeWidths(terminal);
  const cursor = trackCursorVisibility(terminal);
  for (const final of REPEATABLE_FINALS)
    for (const intermediates of ['', ' '])
      terminal.parser.registerCsiHandler({ final, intermediates }, ([count]) => Number(count) > MAX_REPEATS);
  const played: Omit<PlayedStop, 'recorded'>[] = [];
  const stops: Omit<RecordedStep, 'grid'>[] = [];
  let before: ScreenSnapshot = { printedRows: [], visualRows: [] };
  let [usedGrid, terminalGrid] = [grid, grid].map(() => ({ cols: 1, rows: 1 })) as [TerminalSize, TerminalSize];
  for (const segment of segments) {
    const stop = new StopRecorder(before);
    for (let from = 0; from < segment.frames.length; from += FRAMES_PER_BATCH) {
      await writeFrames(terminal, segment.frames.slice(from, from + FRAMES_PER_BATCH), segment.start, (at) =>
        stop.captureFrame(terminal, at, cursor()),
      );
    }
    const { recorded, ...rest } = stop.finish();
    stops.push(recorded);
    played.push(rest);
    usedGrid = largerGrid(usedGrid, stop.usedGrid);
    terminalGrid = largerGrid(terminalGrid, stop.terminalGrid);
    before = stop;
  }
  terminal.dispose();
  const cells = stageGrid(usedGrid, terminalGrid);
  return played.map((each, index) => ({ ...each, recorded: { grid: cells, ...stops[index]! } }));
}

function largerGrid(a: TerminalSize, b: TerminalSize): TerminalSize {
  return { cols: Math.max(a.cols, b.cols), rows: Math.max(a.rows, b.rows) };
}

/**
 * Returns the grid that all stops of a recording have on stage: the cells used at any moment, so that the font is as large as possible.
 * A recording that uses few cells gets at least the story's own grid, or its own terminal if that was smaller.
 */
function stageGrid(used: TerminalSize, offered: TerminalSize): TerminalSize {
  return largerGrid(used, { cols: Math.min(offered.cols, NARROW_COLS), rows: Math.min(offered.rows, MIN_ROWS) });
}

/** The content of a terminal at one moment. */
interface ScreenSnapshot {
  /** Rows in the order of printing. The transcript and `check` get their text. */
  readonly printedRows: ScreenRows;
  /** Rows in visual order. */
  readonly visualRows: readonly VisualRow[];
}

/** Records the changes of the screen while one stop plays. */
class StopRecorder implements ScreenSnapshot {
  printedRows: ScreenRows;
  visualRows: readonly VisualRow[];
  /** The largest area with content or a visible cursor, and the largest terminal. */
  usedGrid: TerminalSize = { cols: 1, rows: 1 };
  terminalGrid: TerminalSize = { cols: 1, rows: 1 };
  readonly #initialRows: ScreenRows;
  #cursor: RecordedScreen['cursor'] = { x: 0, y: 0, shown: true };
  #rowChangedAt: number[];
  readonly #events: (readonly [number, string])[] = [];
  /** Rows that scrolled off the screen, in order. They are part of the transcript. */
  readonly #scrolledOffRows: ScreenRow[] = [];
  /** The time of the first occurrence, by text. */
  readonly #textsToScan = new Map<string, number>();

  constructor({ printedRows, visualRows }: ScreenSnapshot) {
    this.printedRows = printedRows;
    this.visualRows = visualRows;
    this.#initialRows = printedRows;
    this.#rowChangedAt = printedRows.map(() => 0);
  }

  captureFrame(terminal: Terminal, at: number, shown: boolean): void {
    const lines = readScreen(terminal);
    const shift = countScrolledRows(this.printedRows, lines);
    this.#collectTextsToScan(lines, at, shift);
    for (const row of this.printedRows.slice(0, shift)) this.#scrolledOffRows.push(row);
    this.#rowChangedAt = lines.map(({ key }, y) => (key === this.printedRows[y]?.key ? (this.#rowChangedAt[y] ?? 0) : at));
    const visible = toVisualOrder(lines, this.visualRows);
    const { cursorX, cursorY } = terminal.buffer.active;
    const x = Math.min(cursorX, terminal.cols - 1);
    this.#cursor = { x: visible[cursorY]?.columns?.[x] ?? x, y: cursorY, shown };
    this.terminalGrid = largerGrid(this.terminalGrid, { cols: terminal.cols, rows: terminal.rows });
    if (shown) this.usedGrid = largerGrid(this.usedGrid, { cols: this.#cursor.x + 1, rows: cursorY + 1 });
    for (const [y, { cells }] of lines.entries())
      if (cells.length > 0) this.usedGrid = largerGrid(this.usedGrid, { cols: cells.length, rows: y + 1 });
    this.#events.push([at, screenDiffAnsi(this.visualRows, visible, shift) + cursorAnsi(this.#cursor)]);
    this.printedRows = lines;
    this.visualRows = visible;
  }

  /** Collects the texts that are new in `lines`. A row that scrolled off may continue in the first row. */
  #collectTextsToScan(lines: ScreenRows, at: number, shift: number): void {
    if (lines.every(({ key }, y) => key === this.printedRows[y]?.key)) return;
    const rows = [...this.printedRows.slice(0, shift), ...lines];
    const isNew = (row: number): boolean => row >= shift && rows[row]?.key !== this.printedRows[row]?.key;
    for (const text of collectTextsToScan(rows, rowText, isNew)) if (!this.#textsToScan.has(text)) this.#textsToScan.set(text, at);
  }

  finish(): Omit<PlayedStop, 'recorded'> & { readonly recorded: Omit<RecordedStep, 'grid'> } {
    const rows = this.visualRows.map(({ cells, columns }, y) => ({
      at: this.#rowChangedAt[y] ?? 0,
      runs: groupIntoRuns(cells),
      ...(columns && { logicalText: rowText(this.printedRows[y]!) }),
    }));
    while (rows.at(-1)?.runs.length === 0) rows.pop();
    const recorded = { events: this.#events, screen: { rows, cursor: this.#cursor } };
    const textsToScan = [...this.#textsToScan].map(([text, at]) => ({ text, at }));
    return { recorded, lines: newLines(this.#initialRows, [...this.#scrolledOffRows, ...this.printedRows]), textsToScan };
  }
}

/** Returns the text of the rows of `after` that are not in `before`, without empty ones. */
function newLines(before: ScreenRows, after: ScreenRows): readonly string[] {
  const remaining = before.map(rowText);
  return after.map(rowText).filter((text) => {
    const at = remaining.indexOf(text);
    if (at >= 0) remaining.splice(at, 1);
    return text !== '' && at < 0;
  });
}

function rowText({ cells }: ScreenRows[number]): string {
  return cells
    .map(({ text }) => text)
    .join('')
    .trim();
}

/**
 * Writes frames and calls `onFrame` after xterm.js has parsed each. Frames are queued together, since xterm.js waits at least a
 * millisecond before it parses a write. Waits for a resize before it queues more, since a resize may fail. @throws {ResizeError}
 */
async function writeFrames(
  terminal: Terminal,
  frames: readonly OutputFrame[],
  start: number,
  onFrame: (at: number) => void,
): Promise<void> {
  const written = async (): Promise<void> => new Promise((resolve) => terminal.write('', resolve));
  for (const { at, parts } of frames) {
    for (const part of parts) {
      if (typeof part === 'string') terminal.write(part);
      else {
        await written();
        resize(terminal, part, start + at / 1000);
      }
    }
    terminal.write('', () => onFrame(at));
  }
  await written();
}

function resize(terminal: Terminal, { cols, rows }: TerminalSize, seconds: number): void {
  const failure = (cause?: unknown): ResizeError =>
    new ResizeError(`a resize to ${cols}×${rows} at ${Number(seconds.toFixed(3))} s, which xterm.js cannot follow`, { cause });
  try {
    terminal.resize(cols, rows);
  } catch (cause) {
    throw failure(cause);
  }
  // xterm.js may also lose rows without an error, and would throw later in a timer when something is printed there.
  const { active, normal } = terminal.buffer;
  const isWhole = [active, normal].every((buffer) =>
    Array.from({ length: rows }, (_, y) => buffer.getLine(buffer.baseY + y)).every(Boolean),
  );
  if (!isWhole) throw failure();
}
