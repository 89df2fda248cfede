import type { ReactElement } from 'react';
import { terminalLayoutAt } from '../core/terminal/terminalLayout';
import { stopAt, type Timeline } from '../core/timeline';
import { NARROW_COLS, WIDE_COLS } from '../terminal/grid';
import { Snapshot } from '../terminal/Snapshot';
import { StageView } from './StageView';
import '../terminal/terminal.css';

interface StaticStageViewProps {
  readonly timeline: Timeline;
  readonly stop: number;
  /** Whether assistive technology reads the terminal's rows. @default false */
  readonly readable?: boolean;
}

/** A whole stage is always wide; in a pane, the style sheet chooses. */
const shapesOf = (isWhole: boolean): readonly ('wide' | 'narrow')[] => (isWhole ? ['wide'] : ['wide', 'narrow']);

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
            {shapesOf(terminal.timeline === timeline).map((shape) => (
              <Snapshot
                key={shape}
                layout={terminalLayoutAt(terminal.timeline, terminal.stop, shape === 'wide' ? WIDE_COLS : NARROW_COLS)}
                playing={false}
                shape={shape}
                maxPreviousRows={40}
              />
            ))}
          </div>
        </div>
      )}
    />
  );
}
