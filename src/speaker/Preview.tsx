import { memo, useDeferredValue, type ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { Miniature } from '../stage/StopThumbnail';

interface PictureProps {
  readonly timeline: Timeline;
  readonly stop: number;
}

const Still = memo(Miniature);

/** A stop as a live picture. While stops fly by, it draws those there is time for. */
export function Picture({ timeline, stop }: PictureProps): ReactElement {
  return (
    <div className="desk-picture">
      <Still timeline={timeline} stop={useDeferredValue(stop)} />
    </div>
  );
}
