import type { TerminalSize } from '../../core/terminal/recordedStep';
import { joinPromptLines } from './promptLines';
import { commandOf, type ReadCommand } from './commandLine';
import type { SessionMarks } from './learnPrompts';
import type { Piece } from './pieces';
import type { PromptMatcher } from './prompts';
import { lineBefore, moveStart, newReading, type Reading, type ReadingSource } from './reading';
import type { Session, SessionItem } from './session';
import { SessionOutput } from './sessionOutput';
import { toldCommand } from './toldCommand';
import { SessionScreen, textOfCells, type ScreenLine } from './sessionScreen';

/** A pause, in seconds, after which a text that looks like a prompt is one. */
const WAIT_S = 0.1;

/** Plays a recording and splits it into commands and what they print. */
export async function splitSession(
  pieces: readonly Piece[],
  grid: TerminalSize,
  convertEol: boolean,
  prompts: PromptMatcher,
  marks: SessionMarks,
): Promise<Session> {
  const splitter = new Splitter(pieces, new SessionScreen(grid, convertEol), prompts, marks);
  return splitter.run();
}

class Splitter {
  readonly #pieces: readonly Piece[];
  readonly #screen: SessionScreen;
  readonly #prompts: PromptMatcher;
  readonly #marks: SessionMarks;
  readonly #items: SessionItem[] = [];
  #abandoned = 0;
  #piece = 0;
  #reading: Reading | undefined;
  #output: SessionOutput;
  /** The row after a command that is perhaps entered. */
  #entered: number | undefined;
  /** The row of the last mark that a prompt begins, if no line was read since. */
  #promptRow: number | undefined;

  constructor(pieces: readonly Piece[], screen: SessionScreen, prompts: PromptMatcher, marks: SessionMarks) {
    this.#pieces = pieces;
    this.#screen = screen;
    this.#prompts = prompts;
    this.#marks = marks;
    this.#output = this.#newOutput();
  }

  async run(): Promise<Session> {
    const isWhole = await this.#screen.play(this.#pieces, {
      mark: (mark) => this.#onMark(mark),
      lineEditor: (isReading, isInterrupted) => this.#onLineEditor(isReading, isInterrupted),
      lineFeed: () => this.#onLineFeed(),
      erase: () => this.#onErase(),
      moveCursor: () => {
        if (!this.#reading?.isShown) this.#output.moves += 1;
      },
      resize: (moved) => this.#onResize(moved),
      afterPiece: (index) => this.#afterPiece(index),
    });
    if (this.#reading) this.#enter();
    this.#output.end(this.#screen.cursor.row + 1, this.#piece);
    this.#screen.dispose();
    return { items: joinPromptLines(this.#items), abandoned: this.#abandoned, isCut: !isWhole };
  }

  #newOutput(row?: number): SessionOutput {
    return new SessionOutput(this.#screen, this.#items, this.#piece, row);
  }

  #onMark(mark: string): void {
    this.#confirmEntered();
    if (this.#reading) this.#reading.told ??= toldCommand(mark);
    if (mark.startsWith('A') || mark.startsWith('P')) {
      if (this.#reading && mark.startsWith('A')) this.#abandon();
      if (!this.#reading) this.#promptRow = this.#screen.cursor.row;
    }
    if (mark.startsWith('B')) this.#read('mark');
    if (mark.startsWith('C') && this.#reading) this.#enter();
  }

  #onLineEditor(isReading: boolean, isInterrupted: boolean): void {
    this.#confirmEntered();
    if (isReading) this.#read('editor');
    else if (this.#reading && isInterrupted) this.#abandon();
    // Where the shell marks the start of the output, its line editor may end and begin again while a line is read.
    else if (this.#reading && (this.#reading.source !== 'mark' || this.#marks.outputMarks === 0)) this.#enter();
  }

  #read(source: ReadingSource): void {
    if (this.#screen.isAlternate) return;
    if (this.#reading) {
      // A prompt that was known by its text is that of a line editor, which says more.
      if (source !== 'text') this.#reading = { ...this.#reading, source: this.#reading.source === 'mark' ? 'mark' : source };
      return;
    }
    const row = this.#promptRow ?? this.#screen.cursor.row;
    // The output ends once it is certain that this is a prompt: programs read lines and keys as well.
    this.#reading = newReading(source, row, this.#piece, this.#screen.now);
    this.#promptRow = undefined;
  }

  #onLineFeed(): void {
    const { row } = this.#screen.cursor;
    if (this.#reading) {
      const hasEnd = this.#reading.source === 'mark' && this.#marks.outputMarks + this.#marks.editorEnds > 0;
      if (this.#reading.source === 'editor' || (this.#reading.source === 'mark' && hasEnd)) return;
      const isSecond = this.#entered !== undefined;
      this.#entered ??= row;
      if (!isSecond) return;
      this.#confirmEntered();
    }
    this.#output.endRow(row - 1);
    const line = this.#lineAt(row - 1);
    // A whole line with its prompt, printed at once.
    if (line === undefined || !this.#prompts.isCertain(textOfCells(line.cells))) return;
    if (!this.#output.has(row - 1)) return this.#onShortPrompt(row);
    this.#reading = newReading('text', row - 1, this.#piece, this.#screen.now);
    this.#enter(row);
  }

  /**
   * A line feed ends the command, unless the cursor goes back up: some interpreters show a preview below during typing. So it
   * counts once something else happens below it.
   */
  #confirmEntered(): void {
    const row = this.#entered;
    this.#entered = undefined;
    if (row !== undefined && this.#reading && this.#screen.cursor.row >= row) this.#enter(row);
  }

  /** Themes draw the command anew with a short prompt, higher up, once it is entered. The output begins below that. */
  #onShortPrompt(row: number): void {
    const last = this.#items.at(-1);
    if (last?.type !== 'command') return;
    this.#items[this.#items.length - 1] = { ...last, above: [] };
    this.#output = this.#newOutput(row);
  }

  #lineAt(row: number): ScreenLine | undefined {
    return this.#screen.lines(row, row + 1)[0];
  }

  #onErase(): void {
    this.#confirmEntered();
    if (this.#reading) {
      this.#endOutput(this.#reading);
      if (this.#reading.row > this.#screen.topRow) this.#items.push({ type: 'clear', time: this.#screen.now });
      Object.assign(this.#reading, { row: this.#screen.topRow, start: 0 });
      return;
    }
    this.#output.erase();
  }

  #onResize(moved: (before: number) => number): void {
    this.#confirmEntered();
    if (this.#reading) this.#reading.row = moved(this.#reading.row);
    if (this.#promptRow !== undefined) this.#promptRow = moved(this.#promptRow);
    this.#output.resize(moved);
  }

  #afterPiece(index: number): void {
    this.#piece = index;
    const piece = this.#pieces[index]!;
    const next = this.#pieces[index + 1];
    this.#confirmEntered();
    if (piece.type === 'marker') return this.#onMarker(piece.label);
    if (piece.type !== 'output') return;
    if (piece.screen === 'enter') this.#startProgram(index);
    if (piece.screen === 'leave') this.#output.endProgram(index);
    if (this.#screen.isAlternate) return;
    const { before, after, row } = this.#screen.textAroundCursor();
    if (this.#reading) {
      if (!this.#reading.isShown) moveStart(this.#reading, row, this.#prompts.startOf(before));
      const isEmpty = this.#prompts.isPrompt(before.slice(this.#reading.start));
      if (isEmpty && !this.#reading.isTyped && after !== '') this.#reading.right = after;
      if (!isEmpty && this.#reading.isShown) this.#reading.isTyped = true;
      if (isEmpty) this.#reading.isShown = true;
      return;
    }
    const gap = (next?.time ?? Number.POSITIVE_INFINITY) - piece.time;
    const start = this.#prompts.startOf(before);
    if (start === undefined || (gap < WAIT_S && next?.type === 'output' && next.data.includes('\n'))) return;
    this.#read('text');
    moveStart(this.#reading!, row, start);
    Object.assign(this.#reading!, { right: after, isShown: true });
  }

  #onMarker(label: string): void {
    if (this.#reading) this.#endOutput(this.#reading);
    else this.#output.flush(this.#screen.cursor.row);
    this.#items.push({ type: 'marker', time: this.#screen.now, label });
  }

  /** A program takes the whole screen. If a line seemed to be read, it was the program that reads, not a shell. */
  #startProgram(index: number): void {
    if (this.#reading?.isShown) return;
    this.#reading = undefined;
    this.#output.startProgram(index);
  }

  #endOutput(reading: Reading): void {
    if (reading.hasEnded) return;
    reading.hasEnded = true;
    this.#output.end(reading.row, reading.piece);
    const [line] = reading.start > 0 ? this.#screen.lines(reading.row, this.#screen.cursor.row + 1) : [];
    if (line) this.#items.push({ type: 'line', time: reading.time, line: lineBefore(line, reading.start) });
  }

  /** @param after the row after the command; by default that of the cursor, or the one after it */
  #enter(after?: number): void {
    const { row: cursorRow, column } = this.#screen.cursor;
    const reading = this.#reading!;
    this.#reading = undefined;
    const end = after ?? (column === 0 && cursorRow > reading.row ? cursorRow : cursorRow + 1);
    const lines = this.#screen.lines(reading.row, end);
    const command = commandOf(lines, reading.start, this.#prompts, reading.right, reading.told);
    if (!command) {
      // What was read was not a prompt: it is output.
      if (reading.hasEnded) this.#output = this.#newOutput(reading.row);
      return;
    }
    this.#endOutput(reading);
    this.#output = this.#newOutput(end);
    this.#add(command, reading.time);
  }

  #add({ isAbandoned, ...command }: ReadCommand, time: number): void {
    if (isAbandoned) this.#abandoned += 1;
    if (!isAbandoned && command.lines.some((line) => line.trim() !== ''))
      this.#items.push({ type: 'command', time, entered: this.#screen.now, ...command });
    else this.#items.push({ type: 'prompt', time });
  }

  /** A prompt is shown anew while a line is read: the line was given up, or the screen was drawn again. */
  #abandon(): void {
    this.#endOutput(this.#reading!);
    this.#items.push({ type: 'prompt', time: this.#reading!.time });
    this.#abandoned += 1;
    this.#reading = undefined;
    this.#output = this.#newOutput();
  }
}
