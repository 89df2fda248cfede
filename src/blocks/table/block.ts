import { maxOf } from '../../core/maxOf';
import { plainText, type RichText } from '../../core/richText';
import type { TextStyle } from '../../core/terminal/timedRun';
import type { BlockDefinition, BlockOf } from '../block';

export const tableBlock: BlockDefinition<BlockOf<'table'>> = {
  elements: ({ head, rows }, scheduler) => {
    const columns = maxOf(
      rows.map((row) => row.length),
      head?.length ?? 0,
    );
    const cells = (row: readonly RichText[], style: Partial<TextStyle> = {}) =>
      Array.from({ length: columns }, (_, column) => scheduler.line(row[column] ?? '', style));
    return [{ kind: 'table', rows: [...(head ? [cells(head, { role: 'info', bold: true })] : []), ...rows.map((row) => cells(row))] }];
  },
  textLines: ({ head, rows }) => [...(head ? [head] : []), ...rows].map((row) => row.map(plainText).join(' · ')),
};
