import type { CSSProperties } from 'react';
import type { Mark } from '../core/wire';

/** Returns the attributes of an element that shows the label of a mark. */
export function markProps({ id, style, role }: Mark): {
  readonly className: string;
  readonly 'data-mark': string;
  readonly style: CSSProperties;
} {
  return {
    className: style === 'double' ? 'mark mark--double' : 'mark',
    'data-mark': id,
    style: { '--mark': `var(--role-${role})`, borderStyle: style } as CSSProperties,
  };
}
