import bidiFactory from 'bidi-js';
import { maxOf } from '../core/maxOf';
import { leftToRightSpans, type Direction } from '../core/direction';
import type { Isolate, TimedRun, Row } from '../core/terminal/timedRun';
import { splitGraphemes, textWidth } from '../core/terminal/width';

const unicode = bidiFactory();

/** Control characters that open and close an isolate; never shown. */
const ISOLATE_START: Readonly<Record<Direction, string>> = { ltr: '\u2066', rtl: '\u2067' };
const ISOLATE_END = '\u2069';

/** Mirrored box-drawing characters, which Unicode's data lack. */
const MIRRORED: ReadonlyMap<string, string> = new Map(
  ['╭╮', '╰╯', '├┤', '┌┐', '└┘'].flatMap(
    ([left = '', right = '']) =>
      [
        [left, right],
        [right, left],
      ] as const,
  ),
);

const PRESENTATION_FORMS = /[\uFB50-\uFBFF\uFE80-\uFEFC]/gu;

/** A grapheme cluster, or a control character without a cell that opens or closes an isolate. */
interface BidiCell {
  readonly text: string;
  readonly width: number;
  /** Index of its run in the row; -1 for a control character. */
  readonly piece: number;
}

/** Returns the ranges of a row's text that are isolates, in UTF-16 units; outer ranges come before inner ones. */
function isolatesIn(row: Row): readonly { readonly from: number; readonly to: number; readonly direction: Direction }[] {
  const texts: { isolate: Isolate | undefined; from: number; text: string }[] = [];
  let from = 0;
  for (const { isolate, text } of row) {
    const last = texts.at(-1);
    if (isolate && last?.isolate === isolate) last.text += text;
    else texts.push({ isolate, from, text });
    from += text.length;
  }
  return texts.flatMap(({ isolate, from: start, text }) => {
    if (!isolate || text.trim() === '') return [];
    // Blanks at its edges stay outside the isolate.
    const whole = { from: start + text.length - text.trimStart().length, to: start + text.trimEnd().length, direction: isolate.direction };
    const inner =
      isolate.direction === 'rtl'
        ? leftToRightSpans(text).map(([first, end]) => ({ from: start + first, to: start + end, direction: 'ltr' as const }))
        : [];
    return [whole, ...inner];
  });
}

/** Returns the row's clusters with the control characters of its isolates. */
function cellsOf(row: Row): readonly BidiCell[] {
  const isolates = isolatesIn(row);
  const cells: BidiCell[] = [];
  let position = 0;
  row.forEach((piece, at) => {
    for (const text of splitGraphemes(piece.text)) {
      for (const { from, direction } of isolates)
        if (from === position) cells.push({ text: ISOLATE_START[direction], width: 0, piece: -1 });
      cells.push({ text, width: textWidth(text), piece: at });
      position += text.length;
      for (const { to } of isolates) if (to === position) cells.push({ text: ISOLATE_END, width: 0, piece: -1 });
    }
  });
  return cells;
}

/** Returns cell indices in visual order (UAX #9, rule L2). `levels` has one level for each cell. */
function inVisualOrder(cells: readonly unknown[], levels: readonly number[]): readonly number[] {
  const sequence = cells.map((_, at) => at);
  const lowestOdd = levels.reduce((lowest, level) => (level % 2 === 1 && level < lowest ? level : lowest), Number.POSITIVE_INFINITY);
  for (let level = maxOf(levels); level >= lowestOdd; level -= 1) {
    for (let from = 0; from < sequence.length; from += 1) {
      if ((levels[from] ?? 0) < level) continue;
      let to = from;
      while (to + 1 < sequence.length && (levels[to + 1] ?? 0) >= level) to += 1;
      sequence.splice(from, to - from + 1, ...sequence.slice(from, to + 1).toReversed());
      from = to;
    }
  }
  return sequence;
}

/**
 * Returns `row` with the columns of its runs and their text in visual order. The runs stay in the order of their times. A
 * right-to-left row ends at column `width`.
 */
export function reorderRow(row: Row, direction: Direction, width: number): Row {
  const cells = cellsOf(row);
  const { levels: unitLevels } = unicode.getEmbeddingLevels(cells.map(({ text }) => text).join(''), direction);
  let unit = 0;
  const levels = cells.map(({ text }) => {
    const level = unitLevels[unit] ?? 0;
    unit += text.length;
    return level;
  });
  if (levels.every((level) => level % 2 === 0)) return row.map((piece) => withInterimStates(piece, direction, width));
  const visual = inVisualOrder(cells, levels);
  let column = direction === 'rtl' ? width - cells.reduce((sum, cell) => sum + cell.width, 0) : 0;
  const columns: number[] = [];
  for (const at of visual) {
    columns[at] = column;
    column += cells[at]?.width ?? 0;
  }
  const parts = row.flatMap((piece, at) =>
    partsOf(
      piece,
      cells.flatMap((cell, index) =>
        cell.piece === at ? [{ text: mirrored(cell.text, levels[index]), width: cell.width, column: columns[index] ?? 0 }] : [],
      ),
    ),
  );
  return parts
    .map((part, index) => (part.style.typed ? { ...part, cursorColumn: cursorAfter(part, parts[index + 1]) } : part))
    .map((part) => withInterimStates(part, direction, width));
}

function mirrored(cluster: string, level = 0): string {
  return level % 2 === 0 ? cluster : (unicode.getMirroredCharacter(cluster) ?? MIRRORED.get(cluster) ?? cluster);
}

/** Splits a run into parts that are contiguous on screen; other runs may be shown between the parts. */
function partsOf(
  piece: TimedRun,
  cells: readonly { readonly text: string; readonly width: number; readonly column: number }[],
): readonly (TimedRun & { readonly column: number })[] {
  const parts: { text: string; column: number; end: number }[] = [];
  for (const cell of cells.toSorted((a, b) => a.column - b.column)) {
    const last = parts.at(-1);
    if (last?.end === cell.column) {
      last.text += cell.text;
      last.end += cell.width;
    } else parts.push({ text: cell.text, column: cell.column, end: cell.column + cell.width });
  }
  const logicalText = piece.text.replaceAll(PRESENTATION_FORMS, (form) => form.normalize('NFKC'));
  const { interimStates, ...run } = piece;
  return parts.map(({ text, column }, index) => ({
    ...run,
    text,
    column,
    logicalText: index === 0 ? logicalText : '',
    // On the first part only: they are written once.
    ...(index === 0 && interimStates && { interimStates }),
  }));
}

/** Returns the column of the cursor after a typed part: at the next part, or beside the last one in reading direction. */
function cursorAfter(part: TimedRun & { readonly column: number }, next: (TimedRun & { readonly column: number }) | undefined): number {
  if (next?.style.typed) return next.column;
  return part.isolate?.direction === 'rtl' ? part.column - 1 : part.column + textWidth(part.text);
}

function withInterimStates(piece: TimedRun, direction: Direction, width: number): TimedRun {
  if (!piece.interimStates) return piece;
  const interimStates = piece.interimStates.map(({ at, rows }) => ({ at, rows: rows.map((row) => reorderRow(row, direction, width)) }));
  return { ...piece, interimStates };
}
