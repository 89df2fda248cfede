import { largest } from '../maxOf';
import type { Bidi } from './bidiLayout';
import { piecesWidth, type Element, type Piece, type Row, type Style } from './timedRun';
import { textWidth } from './width';
import { wrap } from './wrapRuns';

/** Rows that `elements` take in a column of `width` cells. `bidi`: of stories with text from right to left. */
export function layout(elements: readonly Element[], width: number, bidi?: Bidi): readonly Row[] {
  return elements.flatMap((element) => {
    const rows = rowsOf(element, width);
    return bidi ? rows.map((row) => bidi.order(row, element.direction ?? 'ltr', width)) : rows;
  });
}

/** The rows of an element, each piece behind the one before it. */
function rowsOf(element: Element, width: number): readonly Row[] {
  switch (element.kind) {
    case 'blank':
      return [[]];
    case 'rule':
      return [[{ text: '─'.repeat(width), style: { role: 'dim' }, at: element.at }]];
    case 'line':
      return wrap(element.pieces, width, element.hang);
    case 'wait':
      return waitRows(element, width);
    case 'table':
      return tableRows(element.rows, width);
    case 'frame':
      return frameRows(element, width);
  }
}

/** What it ends with, wrapped; what comes before has one row and is cut to it, so that it can be taken back. */
function waitRows({ drafts, pieces, hang }: Extract<Element, { kind: 'wait' }>, width: number): readonly Row[] {
  const [[first, ...rest] = [], ...rows] = wrap(pieces, width, hang);
  if (!first || drafts.length === 0) return wrap(pieces, width, hang);
  return [[{ ...first, drafts: drafts.map((draft) => ({ ...draft, pieces: wrap(draft.pieces, width, 0)[0] ?? [] })) }, ...rest], ...rows];
}

/** Cells between two columns. */
const GAP = 3;

/** Columns as wide as their widest cell; where they don't fit, every row is a few lines, all but the first further in. */
function tableRows(rows: readonly (readonly Row[])[], width: number): readonly Row[] {
  const widths = (rows[0] ?? []).map((_, column) => largest(rows.map((row) => piecesWidth(row[column] ?? []))));
  const fits = widths.reduce((sum, each) => sum + each + GAP, -GAP) <= width;
  if (!fits)
    return rows.flatMap((row) =>
      row.filter((cell) => cell.length > 0).flatMap((cell, column) => wrap(column === 0 ? cell : [pad(2, cell), ...cell], width, 4)),
    );
  return rows.map((row) =>
    row.flatMap((cell, column) => {
      const isLast = row.slice(column + 1).every((each) => each.length === 0);
      const rest = (widths[column] ?? 0) - piecesWidth(cell) + GAP;
      return isLast ? cell : [...cell, pad(rest, cell.length > 0 ? cell : row.flat())];
    }),
  );
}

/** Blank cells that appear with `neighbours`. */
function pad(cells: number, neighbours: Row): Piece {
  return { text: ' '.repeat(cells), style: { role: 'text' }, at: neighbours.at(-1)?.at ?? 0 };
}

function frameRows(frame: Extract<Element, { kind: 'frame' }>, width: number): readonly Row[] {
  const style: Style = { role: frame.role };
  const inner = frame.hug ? Math.min(width - 4, largest(frame.lines.map((line) => piecesWidth(line.pieces)))) : width - 4;
  const rows = frame.lines.flatMap((line) => wrap(line.pieces, inner, line.hang, line.comment));
  const first = rows[0]?.[0]?.at ?? 0;
  const last = rows.at(-1)?.at(-1)?.at ?? first;
  const edge = (text: string, at: number): Piece => ({ text, style, at });
  const label = frame.label === undefined ? '' : ` ${frame.label} `;
  const top: Row = [
    edge('╭─', first),
    ...(label === '' ? [] : [{ text: label, style: { role: frame.role, bold: true }, at: first }]),
    edge(`${'─'.repeat(Math.max(0, inner + 1 - textWidth(label)))}╮`, first),
  ];
  const body = rows.map((row): Row => {
    const start = row[0]?.at ?? first;
    const end = row.at(-1)?.at ?? start;
    return [edge('│ ', start), ...row, edge(`${' '.repeat(Math.max(0, inner - piecesWidth(row)))} │`, end)];
  });
  return [top, ...body, [edge(`╰${'─'.repeat(inner + 2)}╯`, last)]];
}
