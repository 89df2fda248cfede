import type { ReactElement } from 'react';
import { frameAt } from '../core/terminal/frame';
import { stopAt, type Timeline } from '../core/timeline';
import { WIDE_COLS } from '../terminal/grid';
import { Snapshot } from '../terminal/Snapshot';
import { StageView } from './StageView';
import '../terminal/terminal.css';
import './stage.css';

interface MiniatureProps {
  readonly timeline: Timeline;
  readonly stop: number;
}

const nothing = (): void => {};

/** A stop as the room would see it, small: the same stage, drawn at any size, that answers to nobody. */
export function Miniature({ timeline, stop }: MiniatureProps): ReactElement {
  const { index } = stopAt(timeline, stop);
  return (
    <div className="miniature" aria-hidden="true" inert>
      <div className="room">
        <div className="stage">
          <StageView
            timeline={timeline}
            position={{ stop: index, phase: 'settled', since: 0, arrival: 0 }}
            onNext={nothing}
            renderTerminal={(terminal) => (
              <div className="pane">
                <div className="terminal__still">
                  <Snapshot frame={frameAt(timeline, terminal.stop, WIDE_COLS)} playing={false} shape="wide" rows={40} />
                </div>
              </div>
            )}
          />
        </div>
      </div>
    </div>
  );
}
