import type { CSSProperties, ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { Parts } from '../Parts';
import type { PartReference } from '../schema/part';

interface Columns {
  readonly widths?: readonly number[] | undefined;
  readonly align?: string | undefined;
  readonly parts: readonly PartReference[];
}

export default function ColumnsView({ part: { widths, align = 'stretch', parts }, root }: PartProps<Columns>): ReactElement {
  const tracks = parts.map((_, index) => `minmax(0, ${widths?.[index] ?? 1}fr)`).join(' ');
  return (
    <div {...root(`part-columns part-columns--${align}`)} style={{ '--columns': tracks } as CSSProperties}>
      <Parts of={parts} />
    </div>
  );
}
