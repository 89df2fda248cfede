import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';

export default function DividerView({ part: { label }, root }: PartProps<{ readonly label?: string | undefined }>): ReactElement {
  return <p {...root('part-divider')}>{label !== undefined && <span>{label}</span>}</p>;
}
