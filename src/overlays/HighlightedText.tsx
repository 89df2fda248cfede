import type { ReactElement } from 'react';
import type { Stretch } from '../core/searchStops';

/** Text with what was looked for marked in it. */
export function HitText({ of }: { readonly of: readonly Stretch[] }): ReactElement {
  return <bdi>{of.map(([text, found], index) => (found ? <mark key={index}>{text}</mark> : text))}</bdi>;
}
