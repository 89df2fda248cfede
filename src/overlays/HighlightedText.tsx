import type { ReactElement } from 'react';
import type { TextSegment } from '../core/searchStops';

export function HighlightedText({ of }: { readonly of: readonly TextSegment[] }): ReactElement {
  return <bdi>{of.map(([text, isMatch], index) => (isMatch ? <mark key={index}>{text}</mark> : text))}</bdi>;
}
