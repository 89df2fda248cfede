import type { ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { StillView } from './StaticStageView';
import './stage.css';

interface MiniatureProps {
  readonly timeline: Timeline;
  readonly stop: number;
}

/** A stop as the room would see it, small: the same stage, drawn at any size, that answers to nobody. */
export function Miniature({ timeline, stop }: MiniatureProps): ReactElement {
  return (
    <div className="miniature" dir={timeline.story.direction} aria-hidden="true" inert>
      <div className="room">
        <div className="stage">
          <StillView timeline={timeline} stop={stop} />
        </div>
      </div>
    </div>
  );
}
