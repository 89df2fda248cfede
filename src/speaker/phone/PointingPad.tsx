import { useState, type CSSProperties, type ReactElement } from 'react';
import type { PointingScreen } from '../../core/pointing';
import { stopAt, type Timeline } from '../../core/timeline';
import type { Tool } from '../../core/tools';
import { lazyComponent } from '../../loading/lazyComponent';
import type { Channel } from '../../player/channel';
import { isMotionEnabled } from '../../player/motion';
import { Preview } from '../Preview';

const SpeakerPointing = lazyComponent('What points at the stage', () => import('../../pointing/SpeakerPointing'));

interface PointingPadProps {
  readonly channel: Channel;
  readonly timeline: Timeline;
  readonly tool: Tool;
  /** The stop that the room sees. */
  readonly stop: number;
}

/** A picture of what the room sees, on which a finger points. */
export function PointingPad({ channel, timeline, tool, stop }: PointingPadProps): ReactElement {
  const [screen, setScreen] = useState<PointingScreen>();
  const ratio = screen && ({ '--ratio': screen.width / screen.height } as CSSProperties);
  return (
    <div className="phone__pad">
      <div className="phone__picture" style={ratio}>
        <Preview timeline={timeline} stop={stop} screen={screen}>
          <SpeakerPointing
            wanted
            props={{
              channel,
              story: timeline.story.id,
              tool,
              stop: stopAt(timeline, stop),
              motion: isMotionEnabled(),
              onScreen: setScreen,
            }}
          />
        </Preview>
      </div>
      <p className="phone__hint">Move a finger on the picture.</p>
    </div>
  );
}
