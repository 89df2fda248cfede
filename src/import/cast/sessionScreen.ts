import headless, { type IBuffer, type IBufferCell, type Terminal } from '@xterm/headless';
import type { TerminalSize } from '../../core/terminal/recordedStep';
import { readCells, UNWRITTEN_CELL, type ScreenCell } from '../../compiler/recording/screen';
import { activateGraphemeWidths } from '../../terminal/activateGraphemeWidths';
import type { Piece } from './pieces';

/** A place in everything that the terminal has printed. Rows count from its first one, also once that has been dropped. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A line of output: rows that the terminal wrapped are one. */
export interface ScreenLine {
  readonly cells: readonly ScreenCell[];
  /** Its last row. */
  readonly lastRow: number;
  /** Columns of the terminal. */
  readonly cols: number;
}

/** What happens while a recording plays. Each is called when the terminal is in exactly this state. */
export interface SessionObserver {
  /** The terminal has printed an event. */
  afterPiece?(index: number): void;
  lineFeed?(): void;
  /** A mark of shell integration, such as `A` or `D;0` (OSC 133, OSC 633). */
  mark?(mark: string): void;
  /**
   * A line editor begins or ends to read a line (bracketed paste, DEC mode 2004). It was interrupted if it did not set the keys back that
   * it had set (DEC mode 1): that is how zsh ends a line after Ctrl+C.
   */
  lineEditor?(isReading: boolean, isInterrupted: boolean): void;
  /** The screen is about to be cleared. */
  erase?(): void;
  /** The cursor is about to go to a given place, or up. */
  moveCursor?(): void;
  /** The size has changed: a row that was `before` has another number. */
  resize?(moved: (before: number) => number): void;
}

/** Cells of the rows that are kept above the screen. */
const MAX_SCROLLBACK_CELLS = 4_000_000;
const MAX_SCROLLBACK_ROWS = 50_000;

/** Pieces in one call of {@link SessionScreen.play} that are queued together. */
const BATCH = 500;

const MAX_REPEATS = 1000;
const REPEATABLE_FINALS = ['@', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'I', 'L', 'M', 'P', 'S', 'T', 'X', 'Z', 'a', 'b', 'e'];

/** A terminal that plays a recording and keeps the rows above its screen. */
export class SessionScreen {
  /** Time of the piece that is being printed, in seconds. */
  now = 0;
  readonly #terminal: Terminal;
  readonly #cell: IBufferCell;
  readonly #scrollback: number;
  #dropped = 0;
  #wasFull = false;
  #hasApplicationKeys = false;
  /** Whether the cursor was sent to the first cell, and has not moved since. */
  #isHome = false;
  #observer: SessionObserver = {};

  constructor(grid: TerminalSize, convertEol: boolean) {
    this.#scrollback = Math.min(MAX_SCROLLBACK_ROWS, Math.floor(MAX_SCROLLBACK_CELLS / grid.cols));
    const options = { allowProposedApi: true, ...grid, scrollback: this.#scrollback, convertEol, logLevel: 'off' as const };
    this.#terminal = new headless.Terminal(options);
    activateGraphemeWidths(this.#terminal);
    this.#cell = this.#terminal.buffer.active.getNullCell();
    this.#listen();
  }

  get grid(): TerminalSize {
    return { cols: this.#terminal.cols, rows: this.#terminal.rows };
  }

  get isAlternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  get cursor(): Place {
    const { baseY, cursorY, cursorX } = this.#terminal.buffer.active;
    return { row: this.#dropped + baseY + cursorY, column: Math.min(cursorX, this.#terminal.cols) };
  }

  /** The first row of the screen. */
  get topRow(): number {
    return this.#dropped + this.#terminal.buffer.active.baseY;
  }

  /** Returns the text of the cursor's line before and after the cursor, the latter without spaces around it, and the line's first row. */
  textAroundCursor(): { readonly before: string; readonly after: string; readonly row: number } {
    const { row, column } = this.cursor;
    const cells = this.#cells(row);
    const text = (from: number, to?: number): string => joinCells(cells.slice(from, to));
    const first = this.#firstRowOfLine(row);
    const wrapped = first === row ? '' : textOfCells(this.lines(first, row)[0]?.cells ?? []);
    const before = wrapped + text(0, column) + ' '.repeat(Math.max(0, column - cells.length));
    return { before, after: text(column).trim(), row: first };
  }

  /** Whether something stands on the screen. */
  get hasContent(): boolean {
    return this.lines(this.topRow, this.topRow + this.#terminal.rows).some(({ cells }) => cells.length > 0);
  }

  /** The lines on the screen that is shown, which may be the alternate one. */
  get visibleLines(): readonly ScreenLine[] {
    const { active } = this.#terminal.buffer;
    return this.#readLines(active, active.baseY, active.baseY + this.#terminal.rows);
  }

  /** Returns the lines in the rows from `from` up to, but without, `to`. */
  lines(from: number, to: number): readonly ScreenLine[] {
    const lines = this.#readLines(this.#terminal.buffer.normal, Math.max(from - this.#dropped, 0), to - this.#dropped);
    return lines.map((line) => ({ ...line, lastRow: line.lastRow + this.#dropped }));
  }

  #readLines(buffer: IBuffer, from: number, to: number): readonly ScreenLine[] {
    const { cols } = this.#terminal;
    const lines: { cells: ScreenCell[]; lastRow: number; cols: number }[] = [];
    for (let row = from; row < to; row += 1) {
      const line = buffer.getLine(row);
      const cells = readCells(line, cols, this.#cell);
      const last = lines.at(-1);
      if (last && line?.isWrapped) {
        while (last.cells.length % cols !== 0) last.cells.push(UNWRITTEN_CELL);
        for (const cell of cells) last.cells.push(cell);
        last.lastRow = row;
      } else lines.push({ cells: [...cells], lastRow: row, cols });
    }
    return lines;
  }

  /** Plays pieces from the first to the last. Ends early at a size that the terminal cannot take; returns whether it did not. */
  async play(pieces: readonly Piece[], observer: SessionObserver): Promise<boolean> {
    this.#observer = observer;
    const written = async (): Promise<void> => new Promise((resolve) => this.#terminal.write('', resolve));
    for (const [index, piece] of pieces.entries()) {
      this.#terminal.write('', () => {
        this.now = piece.time;
      });
      if (piece.type === 'output') this.#terminal.write(piece.data);
      else if (piece.type === 'resize') {
        await written();
        if (!this.#resize(piece.grid)) return false;
      }
      this.#terminal.write('', () => observer.afterPiece?.(index));
      if (index % BATCH === BATCH - 1) await written();
    }
    await written();
    return true;
  }

  dispose(): void {
    this.#terminal.dispose();
  }

  #listen(): void {
    const { parser } = this.#terminal;
    for (const final of REPEATABLE_FINALS)
      for (const intermediates of ['', ' ']) parser.registerCsiHandler({ final, intermediates }, ([count]) => Number(count) > MAX_REPEATS);
    this.#terminal.onScroll(() => {
      const isFull = this.#terminal.buffer.active.type === 'normal' && this.#terminal.buffer.active.baseY >= this.#scrollback;
      if (isFull && this.#wasFull) this.#dropped += 1;
      this.#wasFull = isFull;
    });
    this.#terminal.onLineFeed(() => {
      this.#isHome = false;
      if (!this.isAlternate) this.#observer.lineFeed?.();
    });
    for (const code of [133, 633])
      parser.registerOscHandler(code, (data) => {
        this.#observer.mark?.(data);
        return true;
      });
    for (const final of ['h', 'l'])
      parser.registerCsiHandler({ prefix: '?', final }, (params) => {
        if (params.includes(1)) this.#hasApplicationKeys = final === 'h';
        if (params.includes(2004) && !this.isAlternate) this.#observer.lineEditor?.(final === 'h', this.#hasApplicationKeys);
        return false;
      });
    parser.registerCsiHandler({ final: 'J' }, ([mode]) => {
      // A prompt at the top of the screen is drawn anew from there, too, but the cursor was moved up.
      const isWhole = mode === 2 || mode === 3 || (mode === 0 && this.#isHome);
      if (isWhole && !this.isAlternate) this.#observer.erase?.();
      // The rows above the screen are dropped.
      if (mode === 3) this.#dropped += this.#terminal.buffer.normal.baseY;
      return false;
    });
    parser.registerEscHandler({ final: 'c' }, () => {
      this.#observer.erase?.();
      this.#dropped += this.#terminal.buffer.normal.baseY + this.#terminal.rows;
      return false;
    });
    for (const final of ['H', 'f', 'A', 'F'])
      parser.registerCsiHandler({ final }, ([row, column]) => {
        this.#isHome = 'Hf'.includes(final) && Number(row) <= 1 && Number(column ?? 1) <= 1;
        if (!this.isAlternate) this.#observer.moveCursor?.();
        return false;
      });
  }

  #resize({ cols, rows }: TerminalSize): boolean {
    const marks = Array.from({ length: 400 }, (_, back) => {
      const { row } = this.cursor;
      return { row: row - back, marker: this.isAlternate ? undefined : this.#terminal.registerMarker(-back) };
    });
    try {
      this.#terminal.resize(cols, rows);
    } catch {
      return false;
    }
    const { active } = this.#terminal.buffer;
    if (!Array.from({ length: rows }, (_, y) => active.getLine(active.baseY + y)).every(Boolean)) return false;
    this.#observer.resize?.((before) => {
      const found = marks.find(({ row, marker }) => row <= before && marker && !marker.isDisposed);
      return found ? this.#dropped + found.marker!.line : Math.min(before, this.cursor.row);
    });
    for (const { marker } of marks) marker?.dispose();
    return true;
  }

  #cells(row: number): readonly ScreenCell[] {
    return readCells(this.#terminal.buffer.normal.getLine(row - this.#dropped), this.#terminal.cols, this.#cell);
  }

  #isWrapped(row: number): boolean {
    return this.#terminal.buffer.normal.getLine(row - this.#dropped)?.isWrapped ?? false;
  }

  #firstRowOfLine(row: number): number {
    let first = row;
    while (first > this.#dropped && this.#isWrapped(first)) first -= 1;
    return first;
  }
}

/** Returns the text of cells, without spaces at its end. */
export function textOfCells(cells: readonly ScreenCell[]): string {
  return joinCells(cells).trimEnd();
}

function joinCells(cells: readonly ScreenCell[]): string {
  return cells.map(({ text }) => text).join('');
}
