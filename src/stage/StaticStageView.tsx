import type { ReactElement } from 'react';
import { terminalLayoutAt } from '../core/terminal/terminalLayout';
import { stopAt, type Timeline } from '../core/timeline';
import { WIDE_COLS } from '../terminal/grid';
import { Snapshot } from '../terminal/Snapshot';
import { StageView } from './StageView';
import '../terminal/terminal.css';

interface StaticStageViewProps {
  readonly timeline: Timeline;
  readonly stop: number;
  /** Whether assistive technology reads the terminal's rows. @default false */
  readonly readable?: boolean;
}

const noop = (): void => {};

/** Renders a settled stop without xterm.js, for thumbnails and handouts. */
export function StaticStageView({ timeline, stop, readable = false }: StaticStageViewProps): ReactElement {
  const { index } = stopAt(timeline, stop);
  return (
    <StageView
      timeline={timeline}
      position={{ stop: index, phase: 'settled', since: 0, arrival: 0 }}
      onNext={noop}
      readable={readable}
      renderTerminal={(terminal) => (
        <div className="pane">
          <div className="terminal__snapshot">
            <Snapshot layout={terminalLayoutAt(timeline, terminal.stop, WIDE_COLS)} playing={false} shape="wide" maxPreviousRows={40} />
          </div>
        </div>
      )}
    />
  );
}
