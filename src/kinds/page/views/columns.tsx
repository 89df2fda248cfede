import type { CSSProperties, ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { Parts, usePage } from '../Parts';
import type { PartReference } from '../schema/part';

interface Columns {
  readonly widths?: readonly number[] | undefined;
  readonly align?: string | undefined;
  readonly parts: readonly PartReference[];
}

export default function ColumnsView({ part: { widths, align = 'stretch', parts }, root }: PartProps<Columns>): ReactElement {
  const { scene } = usePage();
  const isDivider = ({ part }: PartReference): boolean => scene.parts[part]!.type === 'divider';
  const columns = parts.filter((each) => !isDivider(each));
  const width = (each: PartReference): number => widths?.[columns.indexOf(each)] ?? 1;
  const tracks = parts.map((each) => (isDivider(each) ? 'auto' : `minmax(0, ${width(each)}fr)`)).join(' ');
  return (
    <div {...root(`part-columns part-columns--${align}`)} style={{ '--columns': tracks } as CSSProperties}>
      <Parts of={parts} />
    </div>
  );
}
