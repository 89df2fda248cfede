import { maxOf } from '../../../core/maxOf';
import { typingTimes } from '../../../core/terminal/typingTimes';
import { splitGraphemes, textWidth } from '../../../core/terminal/width';
import type { CompileContext } from '../../compileContext';
import type { CodeRow, Mark, Message, Pane, Piece, Range, Typed } from '../scene';
import { insertedUnits, type ResolvedPane } from './resolvePanes';
import type { SourceRow } from './rows';
import { lineText, type PieceJoiner, type Unit } from './tokens';

/** Cells of a message's row, on the narrowest stage. */
const MESSAGE_CELLS = 40;

type Panes = readonly [Pane] | readonly [Pane, Pane];

/** All lines and views of a scene, each once. */
export class SceneTables {
  readonly lines: (readonly Piece[])[] = [];
  readonly views: (readonly CodeRow[])[] = [];
  readonly #joiner: PieceJoiner;
  readonly #joined = new Map<readonly Unit[], { readonly line: number; readonly pieceOf: readonly number[] }>();
  readonly #numbers = new Map<string, number>();

  constructor(joiner: PieceJoiner) {
    this.#joiner = joiner;
  }

  /** Returns the number of a line, and the position of the piece that has each of its units. */
  lineOf(units: readonly Unit[], isFile: boolean): { readonly line: number; readonly pieceOf: readonly number[] } {
    const known = this.#joined.get(units);
    if (known) return known;
    const { pieces, pieceOf } = this.#joiner.join(units, isFile);
    const joined = { line: this.#numberOf('line', pieces, this.lines), pieceOf };
    this.#joined.set(units, joined);
    return joined;
  }

  /** Returns the number of the view with these rows. */
  viewOf(rows: readonly SourceRow[], isFile: boolean): number {
    const view = rows.map(({ units, number, sign }): CodeRow => {
      const { line } = this.lineOf(units, isFile);
      return sign === undefined ? [line, number] : [line, number, sign];
    });
    return this.#numberOf('view', view, this.views);
  }

  #numberOf<T>(kind: string, value: T, list: T[]): number {
    const key = `${kind} ${JSON.stringify(value)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = list.push(value) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Returns the panes of all steps: what they show as rows and pieces, and where they scroll to. */
export function placePanes(
  resolved: readonly (readonly ResolvedPane[])[],
  tables: SceneTables,
  { timing }: Pick<CompileContext, 'timing'>,
): readonly Panes[] {
  /** Where each file was scrolled to last. */
  const scrolled = new Map<string, Pane['scroll']>();
  const shown = new Map<string, readonly CodeRow[]>();
  return resolved.map((panes, index) => {
    const placed = panes.map((pane): Pane => {
      const place = placePane(pane, tables, (text) => typingTimes(text, timing, index).map((time) => time + timing.pause));
      const rows = tables.views[place.view]!;
      const scroll = scrollOf(pane, place, rows, shown.get(pane.file), tables) ?? kept(scrolled.get(pane.file), rows.length);
      scrolled.set(pane.file, scroll);
      shown.set(pane.file, rows);
      return { ...place, ...(scroll && { scroll }) };
    });
    return placed as unknown as Panes;
  });
}

function placePane(pane: ResolvedPane, tables: SceneTables, timesOf: (text: string) => readonly number[]): Pane {
  const { rows, version } = pane;
  const rowOf = (line: number): number => rows.findIndex((row) => row.line === line);
  const rangeOf = ([from, to]: Range): Range => {
    const inside = rows.flatMap(({ line }, row) => (line !== undefined && line >= from && line <= to ? [row] : []));
    return [inside[0] ?? 0, inside.at(-1) ?? 0];
  };
  const isShown = ([from, to]: Range): boolean => rows.some(({ line }) => line !== undefined && line >= from && line <= to);
  const view = tables.viewOf(rows, version.isFile);
  const pieceOf = (line: number, unit: number): number => {
    const { pieceOf: positions, line: number } = tables.lineOf(version.lines[line]!, version.isFile);
    return positions[unit] ?? tables.lines[number]!.length;
  };
  const typed = typedOf(pane, rowOf, pieceOf, tables, view, timesOf);
  const marks = pane.words.map(({ line, from, to, type }): Mark => ({
    row: rowOf(line),
    from: pieceOf(line, from),
    to: pieceOf(line, to),
    type,
  }));
  const messages = pane.messages.map(({ line, severity, text }): Message => ({
    row: rowOf(line),
    rows: Math.ceil(textWidth(text) / MESSAGE_CELLS),
    severity,
    text,
  }));
  const [focus, highlight] = [pane.focus, pane.highlight].map((ranges) => ranges.filter(isShown).map(rangeOf));
  return {
    file: pane.file,
    view,
    ...(focus!.length > 0 && { focus: focus! }),
    ...(highlight!.length > 0 && { highlight: highlight! }),
    ...(marks.length > 0 && { marks }),
    ...(messages.length > 0 && { messages }),
    ...(typed && { typed }),
  };
}

function typedOf(
  { version, isChanged, isDiff }: ResolvedPane,
  rowOf: (line: number) => number,
  pieceOf: (line: number, unit: number) => number,
  tables: SceneTables,
  view: number,
  timesOf: (text: string) => readonly number[],
): Typed | undefined {
  const [start, end] = insertedUnits(version);
  if (!start || !end || !isChanged || isDiff) return undefined;
  const rows: Range = [rowOf(start.line), rowOf(end.line)];
  // Folded lines are not typed in sight.
  if (rows[0] < 0 || rows[1] - rows[0] !== end.line - start.line) return undefined;
  const [from, to] = [pieceOf(start.line, start.at), pieceOf(end.line, end.at)];
  const texts = typedTexts(tables, view, { rows, from, to });
  // The editor indents a new line itself.
  const written = texts.map((text, index) => (index === 0 ? text : text.trimStart()));
  const times = timesOf(written.join(' '));
  let at = 0;
  const all = texts.flatMap((text, index): number[] => {
    const indent = splitGraphemes(text).length - splitGraphemes(written[index]!).length;
    const lineBreak = index === 0 ? [] : [times[at++] ?? 0];
    const typing = splitGraphemes(written[index]!).map(() => times[at++] ?? times.at(-1) ?? 0);
    return [...lineBreak, ...Array.from({ length: indent }, () => lineBreak[0] ?? 0), ...typing];
  });
  return { rows, from, to, times: all };
}

/** Returns the typed part of each row. */
function typedTexts(tables: SceneTables, view: number, { rows: [first, last], from, to }: Omit<Typed, 'times'>): readonly string[] {
  return tables.views[view]!.slice(first, last + 1).map(([line], index) => {
    const pieces = tables.lines[line]!;
    const [start, end] = [index === 0 ? from : 0, index === last - first ? to : pieces.length];
    return pieces
      .slice(start, end)
      .map(([text]) => text)
      .join('');
  });
}

/** Returns the rows and columns that matter at a step, if it says or changes something. */
function scrollOf(
  { isDiff, isChanged }: ResolvedPane,
  { focus = [], highlight = [], marks = [], messages = [], typed }: Pane,
  rows: readonly CodeRow[],
  before: readonly CodeRow[] | undefined,
  tables: SceneTables,
): Pane['scroll'] {
  const textOf = ([line]: CodeRow): string => lineText(tables.lines[line]!.map(([text]) => ({ text })));
  const rangeOf = (list: readonly number[]): Range => [-maxOf(list.map((row) => -row)), maxOf(list)];
  const toLines = (list: readonly number[]): Pane['scroll'] => {
    if (list.length === 0) return undefined;
    const range = rangeOf(list);
    const texts = rows
      .slice(range[0], range[1] + 1)
      .map(textOf)
      .filter((text) => text.trim() !== '');
    const indents = texts.map((text) => textWidth(text) - textWidth(text.trimStart()));
    return { rows: range, columns: texts.length === 0 ? [0, 0] : [rangeOf(indents)[0], maxOf(texts.map(textWidth)) - 1] };
  };
  if (focus.length > 0) return toLines(focus.flat());
  if (highlight.length > 0) return toLines([...highlight.flat(), ...marks.map(({ row }) => row)]);
  if (marks.length > 0) {
    const columns = marks.flatMap(({ row, from, to }) => {
      const texts = tables.lines[rows[row]![0]]!.map(([text]) => textWidth(text));
      const until = (end: number): number => texts.slice(0, end).reduce((sum, width) => sum + width, 0);
      return [until(from), until(to) - 1];
    });
    return { rows: rangeOf(marks.map(({ row }) => row)), columns: rangeOf(columns) };
  }
  if (messages.length > 0) return toLines(messages.map(({ row }) => row));
  if (typed) return toLines([...typed.rows]);
  if (isDiff) return toLines(rows.flatMap(([, , sign], row) => (sign === '+' || sign === '-' ? [row] : [])));
  if (!isChanged || !before) return undefined;
  const known = new Set(before.map(([line]) => line));
  const changed = rows.flatMap(([line], row) => (known.has(line) ? [] : [row]));
  if (changed.length > 0) return toLines(changed);
  // Lines were only removed: the place is where they stood.
  const gap = rows.findIndex(([line], row) => line !== before[row]?.[0]);
  return rows.length === 0 ? undefined : toLines([gap < 0 ? rows.length - 1 : gap]);
}

/** Returns where the file was scrolled to, within the rows that it has now. */
function kept(scroll: Pane['scroll'], count: number): Pane['scroll'] {
  if (!scroll) return undefined;
  const [from, to] = scroll.rows.map((row) => Math.min(row, Math.max(0, count - 1))) as [number, number];
  return { ...scroll, rows: [from, to], kept: true };
}
