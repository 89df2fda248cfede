import headless from '@xterm/headless';
import { readScreen, type ScreenRows } from '../../compiler/recording/screen';
import { trackCursorVisibility } from '../../compiler/recording/trackCursorVisibility';
import type { Role } from '../../core/roles';
import { MARGIN_COLS } from '../../core/terminal/ansi';
import type { TerminalSize } from '../../core/terminal/recordedStep';
import { outputAt, terminalLayoutAt } from '../../core/terminal/terminalLayout';
import type { Stop, Timeline } from '../../core/timeline';
import { activateGraphemeWidths } from '../../terminal/activateGraphemeWidths';
import { MIN_ROWS } from '../../terminal/grid';
import { RESET } from '../../terminal/terminalWriter';
import { changeTimes } from '../asciicast';
import type { PlannedStop } from '../film/filmPlan';
import { stageStyleOf } from './stageStyle';

/** A cell, counted from 0. */
export interface CellPosition {
  readonly x: number;
  readonly y: number;
}

/** A spinner that turns for as long as the screen stands. */
export interface TurningSpinner extends CellPosition {
  readonly frames: readonly string[];
  readonly role: Role;
}

/** What the terminal shows from a time on. */
export interface PlayedScreen {
  /** Milliseconds since the start. */
  readonly at: number;
  readonly grid: TerminalSize;
  /** Title of the window. */
  readonly title: string;
  readonly rows: ScreenRows;
  /** Undefined while it is hidden. */
  readonly cursor: CellPosition | undefined;
  /** Set only after a stop has played; the rows then have its first frame, too. */
  readonly spinner: TurningSpinner | undefined;
}

export interface PlayOptions {
  /** Columns of stops that are not recordings. */
  readonly cols: number;
  /** Times are divided by this. */
  readonly speed: number;
}

/** Returns how long stops play and stay, in milliseconds. */
export function playingTime(stops: readonly PlannedStop[], { speed }: Pick<PlayOptions, 'speed'>): number {
  return stops.reduce((sum, stop) => sum + stopTime(stop, speed), 0);
}

function stopTime({ stop, dwellMs }: PlannedStop, speed: number): number {
  return Math.round((stop.playMs + dwellMs) / speed);
}

/** Plays stops that print in a headless xterm.js. Yields the screen at the start of each and whenever output appears, in order. */
export async function* playScreens(
  timeline: Timeline,
  stops: readonly PlannedStop[],
  { cols, speed }: PlayOptions,
): AsyncGenerator<PlayedScreen, void> {
  const terminal = new headless.Terminal({ allowProposedApi: true, cols, rows: MIN_ROWS, scrollback: 0, logLevel: 'off' });
  activateGraphemeWidths(terminal);
  const isCursorShown = trackCursorVisibility(terminal);
  const write = async (output: string): Promise<void> => new Promise((resolve) => terminal.write(output, resolve));
  let start = 0;
  try {
    for (const planned of stops) {
      const { stop } = planned;
      const grid = stop.recorded?.grid ?? { cols, rows: MIN_ROWS };
      const layout = terminalLayoutAt(timeline, stop, grid.cols);
      const title = stop.window ?? '';
      const screenAt = (at: number): PlayedScreen => {
        const { cursorX, cursorY } = terminal.buffer.active;
        const x = Math.min(cursorX, grid.cols - 1);
        const cursor = isCursorShown() ? { x, y: cursorY } : undefined;
        return { at: start + Math.round(at / speed), grid, title, rows: readScreen(terminal, stageStyleOf), cursor, spinner: undefined };
      };
      await write(RESET);
      terminal.resize(grid.cols, grid.rows);
      let written = 0;
      for (const at of new Set([0, ...changeTimes(layout)])) {
        // Later output starts with earlier output.
        const output = outputAt(layout, at);
        await write(output.slice(written));
        written = output.length;
        yield screenAt(at);
      }
      await write(layout.fullOutput.slice(written));
      const settled = screenAt(stop.playMs);
      const { spinner } = layout;
      yield spinner && spinner.frames.length > 1
        ? { ...settled, spinner: { ...spinner, x: MARGIN_COLS + spinner.column, y: terminal.buffer.active.cursorY } }
        : settled;
      start += stopTime(planned, speed);
    }
  } finally {
    terminal.dispose();
  }
}

/** Returns the screen of a stop that has played. */
export async function settledScreen(timeline: Timeline, stop: Stop, cols: number): Promise<PlayedScreen> {
  let last: PlayedScreen | undefined;
  for await (const screen of playScreens(timeline, [{ stop, dwellMs: 0 }], { cols, speed: 1 })) last = screen;
  return { ...last!, at: 0, spinner: undefined };
}
