import type { ReactElement } from 'react';
import { plainText } from '../../core/richText';
import { cellsAndPause } from './block';
import type { BlockOf, BlockTextProps } from '../block';

export function TableText({ block }: BlockTextProps<BlockOf<'table'>>): ReactElement {
  return (
    <table>
      {block.head && (
        <thead>
          <tr>
            {block.head.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {cellsAndPause(row).cells.map((cell, column) => (
              <td key={column}>{plainText(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
