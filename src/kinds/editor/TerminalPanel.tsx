import { Fragment, type ReactElement } from 'react';
import type { Position } from '../../core/position';
import type { Row, TimedRun } from '../../core/terminal/timedRun';
import type { Printed } from './scene';

interface TerminalPanelProps {
  readonly printed: readonly (Printed | null)[];
  /** The steps whose output is shown, and the one that is on stage. */
  readonly steps: readonly number[];
  readonly index: number;
  /** Milliseconds of the step after which output appears. */
  readonly start: number;
  readonly phase: Position['phase'];
}

/** The terminal below the code. The build has laid its rows out. */
export function TerminalPanel({ printed, steps, index, start, phase }: TerminalPanelProps): ReactElement {
  const motion = phase === 'settled' ? '' : phase === 'play' ? ' editor__output--plays' : ' editor__output--waits';
  return (
    <div className="editor__terminal">
      <div className="editor__terminal-bar">Terminal</div>
      <div className={`editor__output${motion}`}>
        {(['wide', 'narrow'] as const).map((shape) => (
          <div key={shape} className={`editor__output-rows editor__output-rows--${shape}`}>
            {steps.map((step, at) => (
              <Fragment key={step}>
                {at > 0 && <div className="editor__output-row" data-clippable />}
                {printed[step]?.[shape].map((row, number) => (
                  <OutputRow key={number} row={row} isNew={step === index} start={start} />
                ))}
              </Fragment>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface OutputRowProps {
  readonly row: Row;
  readonly isNew: boolean;
  readonly start: number;
}

function OutputRow({ row, isNew, start }: OutputRowProps): ReactElement {
  return (
    <div className={`editor__output-row${isNew ? ' editor__output-row--new' : ''}`} {...(!isNew && { 'data-clippable': true })}>
      {row.map((run, at) => (
        <span key={at} style={styleOf(run, isNew, start)}>
          {run.text}
        </span>
      ))}
    </div>
  );
}

function styleOf({ style: { role, bold, badge }, at }: TimedRun, isNew: boolean, start: number) {
  const colour = `var(--${isNew ? 'role' : 'old'}-${role})`;
  return {
    ...(badge ? { background: colour, color: 'var(--ink)' } : { color: colour }),
    ...(bold && { fontWeight: 700 }),
    ...(isNew && { animationDelay: `${start + at}ms` }),
  };
}
