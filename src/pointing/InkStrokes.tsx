import { memo, type ReactElement } from 'react';
import type { PointingScreen, Stroke } from '../core/pointing';
import { inkPath } from './inkPath';

interface InkStrokesProps {
  readonly strokes: readonly Stroke[];
  /** Size of the stage that is covered, in units. */
  readonly screen: Pick<PointingScreen, 'width' | 'height'>;
}

/** Draws the strokes of a stop. Each is rendered again only when it changes. */
export function InkStrokes({ strokes, screen: { width, height } }: InkStrokesProps): ReactElement {
  return (
    <svg className="pointing__ink" viewBox={`${-width / 2} 0 ${width} ${height}`}>
      {strokes.map((stroke) => (
        <InkStroke key={stroke.id} stroke={stroke} />
      ))}
    </svg>
  );
}

const InkStroke = memo(({ stroke }: { readonly stroke: Stroke }): ReactElement => (
  <path className="pointing__stroke" data-colour={stroke.colour} d={inkPath(stroke)} />
));
