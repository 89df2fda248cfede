import headless, { type Terminal } from '@xterm/headless';
import { cursorAnsi, type Grid, type Recorded, type RecordedScreen } from '../../core/terminal/recordedStep';
import { MIN_ROWS, NARROW_COLS } from '../../terminal/grid';
import { activateClusters } from '../../terminal/activateGraphemeWidths';
import type { Frame, Piece } from './splitRecording';
import { passagesOf, type Passage } from './textsToScan';
import { changesAnsi, linesOf, runsOf, scrolled, type Line, type Lines } from './screen';
import { inVisualOrder, type VisualLine } from './visualOrder';

/** A stop of a recording, played: what the stage needs to show it, and the words it brings. */
export interface Played {
  readonly recorded: Recorded;
  readonly lines: readonly string[];
  /** Every text that it shows at any moment and that may hold a secret. They are for the check and do not ship. */
  readonly passages: readonly Passage[];
}

/** Finals of sequences that do something as often as their parameter says; a recording has no honest use for thousands. */
const REPEATING = ['@', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'I', 'L', 'M', 'P', 'S', 'T', 'X', 'Z', 'a', 'b', 'e'];
const MOST_REPEATS = 1000;

/** Frames that are written at once. */
const BATCH = 200;

/** A resize xterm.js itself fails at: with wide letters at the edge it may look for a row it has dropped. */
export class ResizeError extends Error {
  override name = 'ResizeError';
}

/**
 * Plays a recording through the very terminal that stands on stage, without a screen, and keeps what it shows: letters,
 * colours, cursor. Whatever else the recording asks of a terminal (the clipboard, links, titles, mouse, answers) ends
 * here, since only pictures leave this function. @throws ResizeError
 */
export async function play(grid: Grid, pieces: readonly Piece[]): Promise<readonly Played[]> {
  const terminal = new headless.Terminal({ allowProposedApi: true, ...grid, scrollback: 0, logLevel: 'off' });
  activateClusters(terminal);
  const cursor = watchCursor(terminal);
  for (const final of REPEATING)
    for (const intermediates of ['', ' '])
      terminal.parser.registerCsiHandler({ final, intermediates }, ([count]) => Number(count) > MOST_REPEATS);
  const played: Omit<Played, 'recorded'>[] = [];
  const stops: Omit<Recorded, 'grid'>[] = [];
  let before: Screen = { lines: [], shown: [] };
  let [used, offered] = [grid, grid].map(() => ({ cols: 1, rows: 1 })) as [Grid, Grid];
  for (const piece of pieces) {
    const stop = new StopRecorder(before);
    for (let from = 0; from < piece.frames.length; from += BATCH) {
      await writeAll(terminal, piece.frames.slice(from, from + BATCH), piece.start, (at) => stop.take(terminal, at, cursor()));
    }
    const { recorded, ...rest } = stop.finish();
    stops.push(recorded);
    played.push(rest);
    used = atLeast(used, stop.used);
    offered = atLeast(offered, stop.offered);
    before = stop;
  }
  terminal.dispose();
  const cells = fitted(used, offered);
  return played.map((each, index) => ({ ...each, recorded: { grid: cells, ...stops[index]! } }));
}

function atLeast(a: Grid, b: Grid): Grid {
  return { cols: Math.max(a.cols, b.cols), rows: Math.max(a.rows, b.rows) };
}

/**
 * Returns the cells that every stop of a recording takes on stage: those it uses at any moment, so that type is as large as can be. Where
 * it uses few, not so few that its type would be larger than the story's own, unless its terminal was that small.
 */
function fitted(used: Grid, offered: Grid): Grid {
  return atLeast(used, { cols: Math.min(offered.cols, NARROW_COLS), rows: Math.min(offered.rows, MIN_ROWS) });
}

/** What a terminal holds at one moment. */
interface Screen {
  /** As it was printed: readers and the check get its text. */
  readonly lines: Lines;
  /** As it is seen. */
  readonly shown: readonly VisualLine[];
}

/** Collects what changes while one stop plays. */
class StopRecorder implements Screen {
  lines: Lines;
  shown: readonly VisualLine[];
  /** The most cells that anything stands in, the cursor included, and the most there were. */
  used: Grid = { cols: 1, rows: 1 };
  offered: Grid = { cols: 1, rows: 1 };
  readonly #before: Lines;
  #cursor: RecordedScreen['cursor'] = { x: 0, y: 0, shown: true };
  #moments: number[];
  readonly #events: (readonly [number, string])[] = [];
  /** Rows that have scrolled away, in their order: readers get them as well. */
  readonly #left: Line[] = [];
  /** The moment of each passage, by its text. */
  readonly #passages = new Map<string, number>();

  constructor({ lines, shown }: Screen) {
    this.lines = lines;
    this.shown = shown;
    this.#before = lines;
    this.#moments = lines.map(() => 0);
  }

  take(terminal: Terminal, at: number, shown: boolean): void {
    const lines = linesOf(terminal);
    const shift = scrolled(this.lines, lines);
    this.#read(lines, at, shift);
    for (const row of this.lines.slice(0, shift)) this.#left.push(row);
    this.#moments = lines.map(({ key }, y) => (key === this.lines[y]?.key ? (this.#moments[y] ?? 0) : at));
    const visible = inVisualOrder(lines, this.shown);
    const { cursorX, cursorY } = terminal.buffer.active;
    const x = Math.min(cursorX, terminal.cols - 1);
    this.#cursor = { x: visible[cursorY]?.columns?.[x] ?? x, y: cursorY, shown };
    this.offered = atLeast(this.offered, { cols: terminal.cols, rows: terminal.rows });
    if (shown) this.used = atLeast(this.used, { cols: this.#cursor.x + 1, rows: cursorY + 1 });
    for (const [y, { cells }] of lines.entries()) if (cells.length > 0) this.used = atLeast(this.used, { cols: cells.length, rows: y + 1 });
    this.#events.push([at, changesAnsi(this.shown, visible, shift) + cursorAnsi(this.#cursor)]);
    this.lines = lines;
    this.shown = visible;
  }

  /** Keeps the texts that are new in `lines`; a row that has just left at the top may go on in the first. */
  #read(lines: Lines, at: number, shift: number): void {
    if (lines.every(({ key }, y) => key === this.lines[y]?.key)) return;
    const rows = [...this.lines.slice(0, shift), ...lines];
    const isNew = (row: number): boolean => row >= shift && rows[row]?.key !== this.lines[row]?.key;
    for (const text of passagesOf(rows, textOf, isNew)) if (!this.#passages.has(text)) this.#passages.set(text, at);
  }

  finish(): Omit<Played, 'recorded'> & { readonly recorded: Omit<Recorded, 'grid'> } {
    const rows = this.shown.map(({ cells, columns }, y) => ({
      at: this.#moments[y] ?? 0,
      runs: runsOf(cells),
      ...(columns && { said: textOf(this.lines[y]!) }),
    }));
    while (rows.at(-1)?.runs.length === 0) rows.pop();
    const recorded = { events: this.#events, screen: { rows, cursor: this.#cursor } };
    const passages = [...this.#passages].map(([text, at]) => ({ text, at }));
    return { recorded, lines: newWords(this.#before, [...this.#left, ...this.lines]), passages };
  }
}

/** The rows of `after` that were not there before, as text. */
function newWords(before: Lines, after: Lines): readonly string[] {
  const standing = before.map(textOf);
  return after.map(textOf).filter((text) => {
    const at = standing.indexOf(text);
    if (at >= 0) standing.splice(at, 1);
    return text !== '' && at < 0;
  });
}

function textOf({ cells }: Lines[number]): string {
  return cells
    .map(({ text }) => text)
    .join('')
    .trim();
}

/**
 * Writes frames one after the other and calls `onFrame` when each stands in the buffer. They are queued together, since xterm.js lets at
 * least a millisecond pass before it parses what it is given. Nothing is queued behind a resize, which may fail. @throws ResizeError
 */
async function writeAll(terminal: Terminal, frames: readonly Frame[], start: number, onFrame: (at: number) => void): Promise<void> {
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

function resize(terminal: Terminal, { cols, rows }: Grid, seconds: number): void {
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
function watchCursor({ parser }: Terminal): () => boolean {
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
