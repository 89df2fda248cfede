import { Fragment, type CSSProperties, type ReactElement } from 'react';
import type { Position } from '../../core/position';
import type { InterimState, Row, TimedRun } from '../../core/terminal/timedRun';
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
                  <OutputRow key={number} row={row} isNew={step === index} start={start} plays={phase === 'play'} />
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
  readonly plays: boolean;
}

function OutputRow({ row, isNew, start, plays }: OutputRowProps): ReactElement {
  return (
    <div className={`editor__output-row${isNew ? ' editor__output-row--new' : ''}`} {...(!isNew && { 'data-clippable': true })}>
      {row.map((run, at) => (
        <span key={at} style={{ ...styleOf(run, isNew), ...(isNew && { animationDelay: `${start + run.at}ms` }) }}>
          {run.text}
        </span>
      ))}
      {plays && isNew && row[0]?.interimStates && <InterimRows states={row[0].interimStates} end={row[0].at} start={start} />}
    </div>
  );
}

interface InterimRowsProps {
  readonly states: readonly InterimState[];
  /** Milliseconds after which the final rows stand. */
  readonly end: number;
  readonly start: number;
}

/** What stands in place of rows until they are final, such as a spinner: each state is seen until the next one is. */
function InterimRows({ states, end, start }: InterimRowsProps): ReactElement {
  return (
    <div className="editor__interim" aria-hidden="true">
      {states.map(({ at, rows }, index) => {
        const until = states[index + 1]?.at ?? end;
        return (
          <div
            key={index}
            className="editor__interim-state"
            style={{ animationDelay: `${start + at}ms`, animationDuration: `${Math.max(0, until - at)}ms` }}
          >
            {rows.map((row, number) => (
              <div key={number} className="editor__output-row">
                {row.map((run, place) => (
                  <span key={place} style={styleOf(run, true)}>
                    {run.text}
                  </span>
                ))}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

function styleOf({ style: { role, bold, badge } }: TimedRun, isNew: boolean): CSSProperties {
  const colour = `var(--${isNew ? 'role' : 'old'}-${role})`;
  return { ...(badge ? { background: colour, color: 'var(--ink)' } : { color: colour }), ...(bold && { fontWeight: 700 }) };
}
