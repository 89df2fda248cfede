import { countScrolledRows, type ScreenRow } from '../../compiler/recording/screen';
import type { TerminalSize } from '../../core/terminal/recordedStep';
import type { RecordedStyle } from '../../core/terminal/timedRun';
import { textWidth } from '../../core/terminal/width';
import type { CellPosition, PlayedScreen, TurningSpinner } from './playScreens';
import { internStyle } from './stageStyle';

/** From and to, in milliseconds since the start. */
export type Span = readonly [from: number, to: number];

/** A character, or a cell with a background, and when it is visible. */
export interface SeenCell {
  readonly column: number;
  readonly text: string;
  readonly style: RecordedStyle | undefined;
  readonly spans: readonly Span[];
}

/** A value that stands from a time on. */
type Moment<T> = readonly [at: number, value: T];

/** Everything that a terminal of one size showed. Lines are counted from the first one: scrolling does not change a line's number. */
export interface Strip {
  readonly grid: TerminalSize;
  readonly span: Span;
  /** Number of rows that were used, at most those of the grid. */
  readonly usedRows: number;
  /** Cells by the number of their line. */
  readonly lines: ReadonlyMap<number, readonly SeenCell[]>;
  /** The first visible line. */
  readonly tops: readonly Moment<number>[];
  /** The cursor's column and line; undefined while it is hidden. */
  readonly cursors: readonly Moment<CellPosition | undefined>[];
  readonly spinners: readonly (TurningSpinner & { readonly span: Span })[];
}

interface StandingCell {
  readonly text: string;
  readonly style: RecordedStyle | undefined;
  readonly since: number;
}

/** Collects when each cell of a terminal showed what. */
export class ScreenHistory {
  readonly grid: TerminalSize;
  readonly #start: number;
  #usedRows = 1;
  #top = 0;
  #rows: readonly ScreenRow[] = [];
  /** The cells that stand now, by line and column. */
  readonly #standing = new Map<number, Map<number, StandingCell>>();
  /** By line, then by column, text and style. */
  readonly #seen = new Map<number, Map<string, Omit<SeenCell, 'spans'> & { readonly spans: [number, number][] }>>();
  /** What each visible line was set to last. */
  readonly #keys = new Map<number, string>();
  readonly #tops: Moment<number>[] = [];
  readonly #cursors: Moment<CellPosition | undefined>[] = [];
  readonly #spinners: (TurningSpinner & { readonly span: Span })[] = [];
  #spinner: (TurningSpinner & { readonly since: number }) | undefined;
  /** Number of times a cell changed. */
  changes = 0;

  constructor({ grid, at }: Pick<PlayedScreen, 'grid' | 'at'>) {
    this.grid = grid;
    this.#start = at;
  }

  add({ at, rows, cursor, spinner }: PlayedScreen): void {
    const shift = countScrolledRows(this.#rows, rows);
    this.#endSpinner(at);
    for (let line = this.#top; line < this.#top + shift; line += 1) this.#setRow(line, undefined, at);
    this.#top += shift;
    this.#rows = rows;
    rows.forEach((row, y) => {
      const override = cursor?.y === y ? cursor.x : undefined;
      this.#setRow(this.#top + y, row, at, override, spinner?.y === y ? spinner.x : undefined);
      if (row.cells.length > 0 || override !== undefined) this.#usedRows = Math.max(this.#usedRows, y + 1);
    });
    if (this.#tops.at(-1)?.[1] !== this.#top) this.#tops.push([at, this.#top]);
    this.#setCursor(at, cursor && { x: cursor.x, y: cursor.y + this.#top });
    if (spinner) this.#spinner = { ...spinner, y: spinner.y + this.#top, since: at };
  }

  finish(end: number): Strip {
    this.#endSpinner(end);
    for (const line of this.#standing.keys()) this.#setRow(line, undefined, end);
    return {
      grid: this.grid,
      span: [this.#start, end],
      usedRows: this.#usedRows,
      lines: new Map([...this.#seen].toSorted(([a], [b]) => a - b).map(([line, cells]) => [line, [...cells.values()]])),
      tops: this.#tops,
      cursors: this.#cursors,
      spinners: this.#spinners,
    };
  }

  /** Sets what a line shows; without `row`, nothing. The cell under the cursor takes the colour of the window; a turning one is empty. */
  #setRow(line: number, row: ScreenRow | undefined, at: number, cursorX?: number, spinnerX?: number): void {
    const key = `${cursorX} ${spinnerX} ${row?.key}`;
    if (this.#keys.get(line) === key) return;
    if (row) this.#keys.set(line, key);
    else this.#keys.delete(line);
    const standing = this.#standing.get(line) ?? new Map<number, StandingCell>();
    const cells = row?.cells ?? [];
    const columns = new Set([...standing.keys(), ...cells.keys()]);
    for (const column of columns) {
      const cell = column === spinnerX ? undefined : cells[column];
      const style = column === cursorX && cell && cell.text.trim() !== '' ? underCursor(cell.style) : cell?.style;
      const isDrawn = cell !== undefined && cell.text !== '' && (cell.text !== ' ' || style !== undefined);
      const before = standing.get(column);
      if (isDrawn ? before?.text === cell.text && before.style === style : before === undefined) continue;
      if (before) this.#record(line, column, before, at);
      if (isDrawn) standing.set(column, { text: cell.text, style, since: at });
      else standing.delete(column);
    }
    if (standing.size === 0) this.#standing.delete(line);
    else this.#standing.set(line, standing);
  }

  #record(line: number, column: number, { text, style, since }: StandingCell, to: number): void {
    if (to <= since) return;
    this.changes += 1;
    const cells = this.#seen.get(line) ?? new Map<string, Omit<SeenCell, 'spans'> & { readonly spans: [number, number][] }>();
    this.#seen.set(line, cells);
    const key = `${column} ${text} ${JSON.stringify(style)}`;
    const seen = cells.get(key) ?? { column, text, style, spans: [] };
    cells.set(key, seen);
    const last = seen.spans.at(-1);
    if (last && last[1] === since) last[1] = to;
    else seen.spans.push([since, to]);
  }

  #setCursor(at: number, cursor: CellPosition | undefined): void {
    const last = this.#cursors.at(-1)?.[1];
    if (this.#cursors.length === 0 || last?.x !== cursor?.x || last?.y !== cursor?.y) this.#cursors.push([at, cursor]);
  }

  #endSpinner(at: number): void {
    if (this.#spinner && at > this.#spinner.since) {
      const { since, ...spinner } = this.#spinner;
      this.#spinners.push({ ...spinner, span: [since, at] });
    }
    this.#spinner = undefined;
  }
}

function underCursor(style: RecordedStyle | undefined): RecordedStyle | undefined {
  const { bg: _, ...rest } = style ?? {};
  return internStyle({ ...rest, fg: 'ink' });
}

/** Returns the cells that a character takes. */
export function cellsOf(text: string): number {
  return Math.max(1, textWidth(text));
}
