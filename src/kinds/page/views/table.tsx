import type { ReactElement } from 'react';
import type { InlineText as InlineTextValue } from '../../../core/inlineText';
import { InlineText } from '../../parts/InlineText';
import type { PartProps } from '../PageContext';
import { Cell } from '../Parts';
import type { PartReference } from '../schema/part';
import './table.css';

interface Table {
  readonly head?: readonly InlineTextValue[] | undefined;
  readonly rows: readonly (readonly (InlineTextValue | PartReference)[])[];
  readonly numbers?: readonly number[] | undefined;
}

export default function TableView({ part: { head, rows, numbers = [] }, root }: PartProps<Table>): ReactElement {
  const classOf = (column: number): string | undefined => (numbers.includes(column + 1) ? 'part-table__number' : undefined);
  return (
    <table {...root('part-table')}>
      {head && (
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} className={classOf(column)}>
                <InlineText text={cell} />
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column} className={classOf(column)}>
                <Cell value={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
