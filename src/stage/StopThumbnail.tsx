import type { ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { StaticStageView } from './StaticStageView';
import './stage.css';

interface StopThumbnailProps {
  readonly timeline: Timeline;
  readonly stop: number;
}

/** A small, inert view of a stop, drawn by the components of the stage. */
export function StopThumbnail({ timeline, stop }: StopThumbnailProps): ReactElement {
  return (
    <div className="stop-thumbnail" dir={timeline.story.direction} aria-hidden="true" inert>
      <div className="stage-root">
        <div className="stage">
          <StaticStageView timeline={timeline} stop={stop} />
        </div>
      </div>
    </div>
  );
}
