import type { TerminalSize } from '../../core/terminal/recordedStep';
import type { SessionItem } from './session';
import type { SessionScreen } from './sessionScreen';

/** Moves of the cursor from which the output of one command is taken for drawing on the whole screen. */
const MAX_MOVES = 40;
/** Times that the output of one command may clear the screen. */
const MAX_ERASES = 3;

/** What one command prints: lines, and the programs on the whole screen between them. */
export class SessionOutput {
  moves = 0;
  readonly #screen: SessionScreen;
  readonly #items: SessionItem[];
  readonly #firstPiece: number;
  readonly #time: number;
  /** When each row was ended, by row. */
  #times = new Map<number, number>();
  #firstRow: number;
  /** The row up to which the lines are in the session already. */
  #doneRow: number;
  #erases = 0;
  #program: { readonly from: number; readonly time: number; readonly grid: TerminalSize } | undefined;
  #hasPrograms = false;

  /** @param row where the output begins; by default at the cursor, or in the row after it @param piece the piece that began it */
  constructor(screen: SessionScreen, items: SessionItem[], piece: number, row?: number) {
    this.#screen = screen;
    this.#items = items;
    const { cursor } = screen;
    this.#firstRow = row ?? (cursor.column === 0 ? cursor.row : cursor.row + 1);
    this.#doneRow = this.#firstRow;
    this.#firstPiece = piece + 1;
    this.#time = screen.now;
  }

  /** Whether a row is part of it. */
  has(row: number): boolean {
    return row >= this.#firstRow;
  }

  endRow(row: number): void {
    this.#times.set(row, this.#screen.now);
  }

  /** What the command has printed gives way to what it prints now. */
  erase(): void {
    if (!this.#screen.hasContent) return;
    this.#erases += 1;
    if (this.#erases === 1 && !this.#hasPrograms) this.#items.push({ type: 'clear', time: this.#screen.now });
    this.#times.clear();
    this.#firstRow = this.#screen.topRow;
    this.#doneRow = this.#firstRow;
  }

  resize(moved: (before: number) => number): void {
    this.#times = new Map([...this.#times].map(([row, time]) => [moved(row), time] as const));
    this.#firstRow = moved(this.#firstRow);
    this.#doneRow = moved(this.#doneRow);
  }

  /** A program takes the whole screen, with the piece `from`. */
  startProgram(from: number): void {
    if (this.#program) return;
    this.flush(this.#screen.cursor.row + 1);
    this.#program = { from, time: this.#screen.now, grid: this.#screen.grid };
    this.#hasPrograms = true;
  }

  /** The program gives the screen back, with the piece `to`. */
  endProgram(to: number): void {
    if (!this.#program) return;
    this.#items.push({ type: 'screen', ...this.#program, to });
    this.#program = undefined;
    this.#doneRow = Math.max(this.#doneRow, this.#screen.cursor.row);
  }

  /** Adds the rows up to, but without, `end` to the session. */
  flush(end: number): void {
    let time = this.#time;
    for (const line of this.#screen.lines(this.#doneRow, end)) {
      time = Math.max(time, this.#times.get(line.lastRow) ?? time);
      this.#items.push({ type: 'line', time, line });
    }
    this.#doneRow = Math.max(this.#doneRow, end);
  }

  /** Ends the output before the row `end`, while `piece` is printed. What draws on the whole screen is kept as it was recorded. */
  end(end: number, piece: number): void {
    const isDrawn = this.moves > MAX_MOVES || this.#erases > MAX_ERASES;
    if (this.#program) this.endProgram(piece + 1);
    else if (isDrawn && !this.#hasPrograms && piece > this.#firstPiece) {
      this.#items.push({ type: 'screen', time: this.#time, from: this.#firstPiece, to: piece, grid: this.#screen.grid });
      this.#doneRow = end;
    }
    this.flush(end);
  }
}
