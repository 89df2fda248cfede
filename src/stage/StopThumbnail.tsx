import type { ReactElement } from 'react';
import type { PointingScreen } from '../core/pointing';
import type { Timeline } from '../core/timeline';
import { layoutLike } from './layoutLike';
import { StaticStageView } from './StaticStageView';
import './stage.css';

interface StopThumbnailProps {
  readonly timeline: Timeline;
  readonly stop: number;
  /** The stage that it is laid out like. @default one of 16:9 without a status bar */
  readonly screen?: PointingScreen | undefined;
}

/** A small, inert view of a stop, drawn by the components of the stage. */
export function StopThumbnail({ timeline, stop, screen }: StopThumbnailProps): ReactElement {
  const layout = screen && layoutLike(screen);
  return (
    <div className="stop-thumbnail" dir={timeline.story.direction} aria-hidden="true" inert style={layout?.box}>
      <div className="stage-root" style={layout?.root} data-like={screen?.terminal && ''}>
        <div className="stage">
          <StaticStageView timeline={timeline} stop={stop} />
        </div>
      </div>
    </div>
  );
}
