import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { Parts } from '../Parts';
import type { PartReference } from '../schema/part';

interface Row {
  readonly align?: string | undefined;
  readonly parts: readonly PartReference[];
}

export default function RowView({ part: { align = 'start', parts }, root }: PartProps<Row>): ReactElement {
  return (
    <div {...root(`part-row part-row--${align}`)}>
      <Parts of={parts} />
    </div>
  );
}
