import { memo, useDeferredValue, type ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { StopThumbnail } from '../stage/StopThumbnail';

interface PreviewProps {
  readonly timeline: Timeline;
  readonly stop: number;
}

const MemoizedThumbnail = memo(StopThumbnail);

/** A thumbnail of a stop. When stops change quickly, React skips those it has no time for. */
export function Preview({ timeline, stop }: PreviewProps): ReactElement {
  return (
    <div className="speaker-preview">
      <MemoizedThumbnail timeline={timeline} stop={useDeferredValue(stop)} />
    </div>
  );
}
