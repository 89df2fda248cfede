import { maxOf } from '../../core/maxOf';
import { plainText, type RichText } from '../../core/richText';
import type { TextStyle } from '../../core/terminal/timedRun';
import type { BlockDefinition, BlockOf } from '../block';
import { tableRows } from './tableRows';

export const tableBlock: BlockDefinition<BlockOf<'table'>> = {
  elements: (block, scheduler) => {
    const { head } = block;
    const rows = block.rows.map(cellsAndPause);
    const columns = maxOf(
      rows.map((row) => row.cells.length),
      head?.length ?? 0,
    );
    const cells = (row: readonly RichText[], style: Partial<TextStyle> = {}) =>
      Array.from({ length: columns }, (_, column) => scheduler.line(row[column] ?? '', style));
    const headRows = head ? [cells(head, { role: 'info', bold: true })] : [];
    const bodyRows = rows.map((row) => {
      scheduler.pause(row.pause);
      return cells(row.cells);
    });
    return [{ kind: 'rows', rowsAt: (width) => tableRows([...headRows, ...bodyRows], width) }];
  },
  textLines: ({ head, rows }) =>
    [...(head ? [head] : []), ...rows.map((row) => cellsAndPause(row).cells)].map((row) => row.map(plainText).join(' · ')),
};

/** Returns the cells of a row and the milliseconds to wait before it. */
export function cellsAndPause(row: BlockOf<'table'>['rows'][number]): { readonly cells: readonly RichText[]; readonly pause: number } {
  return 'cells' in row ? { cells: row.cells, pause: row.pause ?? 0 } : { cells: row, pause: 0 };
}
