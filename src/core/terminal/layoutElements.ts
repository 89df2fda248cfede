import { maxOf } from '../maxOf';
import type { BidiLayout } from './bidiLayout';
import { runsWidth, type TerminalElement, type TimedRun, type Row, type TextStyle } from './timedRun';
import { textWidth } from './width';
import { wrapRuns } from './wrapRuns';

/** Lays `elements` out in rows of `width` cells. `bidi` is set in stories with right-to-left text. */
export function layoutElements(elements: readonly TerminalElement[], width: number, bidi?: BidiLayout): readonly Row[] {
  return elements.flatMap((element) => {
    const rows = rowsOf(element, width);
    return bidi ? rows.map((row) => bidi.orderRow(row, element.direction ?? 'ltr', width)) : rows;
  });
}

function rowsOf(element: TerminalElement, width: number): readonly Row[] {
  switch (element.kind) {
    case 'blank':
      return [[]];
    case 'rule':
      return [[{ text: '─'.repeat(width), style: { role: 'dim' }, at: element.at }]];
    case 'line':
      return wrapRuns(element.pieces, width, element.hang);
    case 'spinner':
      return spinnerRows(element, width);
    case 'rows':
      return element.rowsAt(width);
    case 'box':
      return boxRows(element, width);
  }
}

/** The final line is wrapped; interim lines are cut to one row, so that they can be replaced. */
function spinnerRows({ interimLines, pieces, hang }: Extract<TerminalElement, { kind: 'spinner' }>, width: number): readonly Row[] {
  const [[first, ...rest] = [], ...rows] = wrapRuns(pieces, width, hang);
  if (!first || interimLines.length === 0) return wrapRuns(pieces, width, hang);
  return [
    [{ ...first, interimStates: interimLines.map((line) => ({ at: line.at, rows: [wrapRuns(line.pieces, width, 0)[0] ?? []] })) }, ...rest],
    ...rows,
  ];
}

function boxRows(box: Extract<TerminalElement, { kind: 'box' }>, width: number): readonly Row[] {
  const style: TextStyle = { role: box.role };
  const inner = box.hug ? Math.min(width - 4, maxOf(box.lines.map((line) => runsWidth(line.pieces)))) : width - 4;
  const rows = box.lines.flatMap((line) => wrapRuns(line.pieces, inner, line.hang, line.comment));
  const first = rows[0]?.[0]?.at ?? 0;
  const last = rows.at(-1)?.at(-1)?.at ?? first;
  const edge = (text: string, at: number): TimedRun => ({ text, style, at });
  const label = box.label === undefined ? '' : ` ${box.label} `;
  const top: Row = [
    edge('╭─', first),
    ...(label === '' ? [] : [{ text: label, style: { role: box.role, bold: true }, at: first }]),
    edge(`${'─'.repeat(Math.max(0, inner + 1 - textWidth(label)))}╮`, first),
  ];
  const body = rows.map((row): Row => {
    const start = row[0]?.at ?? first;
    const end = row.at(-1)?.at ?? start;
    return [edge('│ ', start), ...row, edge(`${' '.repeat(Math.max(0, inner - runsWidth(row)))} │`, end)];
  });
  return [top, ...body, [edge(`╰${'─'.repeat(inner + 2)}╯`, last)]];
}
