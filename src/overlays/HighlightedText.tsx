import type { ReactElement } from 'react';
import type { TextSegment } from '../core/searchStops';

export function HighlightedText({ segments }: { readonly segments: readonly TextSegment[] }): ReactElement {
  return <bdi>{segments.map(([text, isMatch], index) => (isMatch ? <mark key={index}>{text}</mark> : text))}</bdi>;
}
