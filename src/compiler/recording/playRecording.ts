import headless, { type Terminal } from '@xterm/headless';
import { cursorAnsi, type TerminalSize, type RecordedStep, type RecordedScreen } from '../../core/terminal/recordedStep';
import { MIN_ROWS, NARROW_COLS } from '../../terminal/grid';
import { activateGraphemeWidths } from '../../terminal/activateGraphemeWidths';
import type { OutputFrame, RecordingSegment } from './splitRecording';
import { collectTextsToScan, type TextToScan } from './textsToScan';
import { screenDiffAnsi, readScreen, groupIntoRuns, countScrolledRows, type ScreenRow, type ScreenRows } from './screen';
import { toVisualOrder, type VisualRow } from './visualOrder';

/** A stop of a recording, played: what the stage needs to show it, and the words it brings. */
export interface PlayedStop {
  readonly recorded: RecordedStep;
  readonly lines: readonly string[];
  /** Every text that it shows at any moment and that may hold a secret. They are for the check and do not ship. */
  readonly textsToScan: readonly TextToScan[];
}

/** Finals of sequences that do something as often as their parameter says; a recording has no honest use for thousands. */
const REPEATABLE_FINALS = ['@', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'I', 'L', 'M', 'P', 'S', 'T', 'X', 'Z', 'a', 'b', 'e'];
const MAX_REPEATS = 1000;

/** Frames that are written at once. */
const FRAMES_PER_BATCH = 200;

/** A resize xterm.js itself fails at: with wide letters at the edge it may look for a row it has dropped. */
export class ResizeError extends Error {
  override name = 'ResizeError';
}

/**
 * Plays a recording through the very terminal that stands on stage, without a screen, and keeps what it shows: letters,
 * colours, cursor. Whatever else the recording asks of a terminal (the clipboard, links, titles, mouse, answers) ends
 * here, since only pictures leave this function. @throws ResizeError
 */
export async function playRecording(grid: TerminalSize, segments: readonly RecordingSegment[]): Promise<readonly PlayedStop[]> {
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
 * Returns the cells that every stop of a recording takes on stage: those it uses at any moment, so that type is as large as can be. Where
 * it uses few, not so few that its type would be larger than the story's own, unless its terminal was that small.
 */
function stageGrid(used: TerminalSize, offered: TerminalSize): TerminalSize {
  return largerGrid(used, { cols: Math.min(offered.cols, NARROW_COLS), rows: Math.min(offered.rows, MIN_ROWS) });
}

/** What a terminal holds at one moment. */
interface ScreenSnapshot {
  /** As it was printed: readers and the check get its text. */
  readonly printedRows: ScreenRows;
  /** As it is seen. */
  readonly visualRows: readonly VisualRow[];
}

/** Collects what changes while one stop plays. */
class StopRecorder implements ScreenSnapshot {
  printedRows: ScreenRows;
  visualRows: readonly VisualRow[];
  /** The most cells that anything stands in, the cursor included, and the most there were. */
  usedGrid: TerminalSize = { cols: 1, rows: 1 };
  terminalGrid: TerminalSize = { cols: 1, rows: 1 };
  readonly #initialRows: ScreenRows;
  #cursor: RecordedScreen['cursor'] = { x: 0, y: 0, shown: true };
  #rowChangedAt: number[];
  readonly #events: (readonly [number, string])[] = [];
  /** Rows that have scrolled away, in their order: readers get them as well. */
  readonly #scrolledOffRows: ScreenRow[] = [];
  /** The moment of each passage, by its text. */
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

  /** Keeps the texts that are new in `lines`; a row that has just left at the top may go on in the first. */
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

/** The rows of `after` that were not there before, as text. */
function newLines(before: ScreenRows, after: ScreenRows): readonly string[] {
  const standing = before.map(rowText);
  return after.map(rowText).filter((text) => {
    const at = standing.indexOf(text);
    if (at >= 0) standing.splice(at, 1);
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
 * Writes frames one after the other and calls `onFrame` when each stands in the buffer. They are queued together, since xterm.js lets at
 * least a millisecond pass before it parses what it is given. Nothing is queued behind a resize, which may fail. @throws ResizeError
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
  // It may also lose rows in silence, and fail in a timer of its own when something is printed there.
  const { active, normal } = terminal.buffer;
  const isWhole = [active, normal].every((buffer) =>
    Array.from({ length: rows }, (_, y) => buffer.getLine(buffer.baseY + y)).every(Boolean),
  );
  if (!isWhole) throw failure();
}

/** Whether the recording shows its cursor, which the terminal tells nobody. */
function trackCursorVisibility({ parser }: Terminal): () => boolean {
  let shown = true;
  const set = (to: boolean) => (params: readonly (number | readonly number[])[]) => {
    if (params.includes(25)) shown = to;
    return false;
  };
  const reset = (): boolean => {
    shown = true;
    return false;
  };
  parser.registerCsiHandler({ prefix: '?', final: 'h' }, set(true));
  parser.registerCsiHandler({ prefix: '?', final: 'l' }, set(false));
  parser.registerCsiHandler({ intermediates: '!', final: 'p' }, reset);
  parser.registerEscHandler({ final: 'c' }, reset);
  return () => shown;
}
