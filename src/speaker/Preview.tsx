import { memo, useDeferredValue, type ReactElement, type ReactNode } from 'react';
import type { PointingScreen } from '../core/pointing';
import type { Timeline } from '../core/timeline';
import { StopThumbnail } from '../stage/StopThumbnail';

interface PreviewProps {
  readonly timeline: Timeline;
  readonly stop: number;
  /** The stage that the picture is laid out like. @default one of 16:9 without a status bar */
  readonly screen?: PointingScreen | undefined;
  /** Drawn over the picture. */
  readonly children?: ReactNode;
}

const MemoizedThumbnail = memo(StopThumbnail);

/** A thumbnail of a stop. When stops change quickly, React skips those it has no time for. */
export function Preview({ timeline, stop, screen, children }: PreviewProps): ReactElement {
  return (
    <div className="speaker-preview">
      <MemoizedThumbnail timeline={timeline} stop={useDeferredValue(stop)} screen={screen} />
      {children}
    </div>
  );
}
