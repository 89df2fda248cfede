import type { CSSProperties, ReactElement } from 'react';
import type { Clock } from '../core/clock';
import { formatDuration } from '../core/formatDuration';
import { elapsedSeconds, paceAt, type Pace, type TalkPlan } from '../core/pace';
import { useWallTime } from './useWallTime';

interface TimePanelProps {
  readonly clock: Clock;
  readonly plan: TalkPlan;
  readonly stop: number;
  readonly startedAt: number | undefined;
  /** Resets the timer of the talk; `at` is the timestamp of the event. Undefined while the stage is offline. */
  readonly onReset: ((at: number) => void) | undefined;
}

/** The time of day, the timer of the talk, and how far it is ahead of or behind the plan. */
export function TimePanel({ clock, plan, stop, startedAt, onReset }: TimePanelProps): ReactElement {
  const wallTime = useWallTime(clock);
  const elapsed = elapsedSeconds(plan, startedAt, wallTime);
  const currentPace = paceAt(plan, stop, elapsed);
  return (
    <section className="speaker-panel speaker-times" aria-label="Time">
      <dl className="speaker-times__list">
        <div>
          <dt className="speaker-label">Clock</dt>
          <dd>{formatTimeOfDay(wallTime)}</dd>
        </div>
        <div>
          <dt className="speaker-label">Elapsed</dt>
          <dd>
            {formatDuration(elapsed)} <small>of {formatDuration(currentPace.total)}</small>
          </dd>
        </div>
        <div>
          <dt className="speaker-label">{plan.rehearsed ? 'Against rehearsal' : 'Against plan'}</dt>
          <dd>
            {startedAt === undefined ? (
              <small>{stop === 0 ? 'starts when you leave the first stop' : 'starts with your next step'}</small>
            ) : (
              <PaceStatus ahead={currentPace.ahead} />
            )}
          </dd>
        </div>
        <div>
          <dt className="speaker-label">Leave this stop by</dt>
          <dd>
            {formatDuration(currentPace.plannedAtNext)} <small>ends {formatTimeOfDay(wallTime + currentPace.remaining * 1000)}</small>
          </dd>
        </div>
      </dl>
      <PaceBar plan={plan} stop={stop} elapsed={elapsed} pace={currentPace} />
      <button
        type="button"
        className="speaker-small-button"
        disabled={startedAt === undefined || !onReset}
        onClick={(event) => onReset?.(event.timeStamp)}
      >
        Reset timer
      </button>
    </section>
  );
}

function PaceStatus({ ahead }: { readonly ahead: number }): ReactElement {
  const wholeSeconds = Math.round(Math.abs(ahead));
  if (wholeSeconds === 0) return <span data-pace="on">● on time</span>;
  return ahead > 0 ? (
    <span data-pace="ahead">▲ {formatDuration(wholeSeconds)} ahead</span>
  ) : (
    <span data-pace="behind">▼ {formatDuration(wholeSeconds)} behind</span>
  );
}

interface PaceBarProps {
  readonly plan: TalkPlan;
  readonly stop: number;
  readonly elapsed: number;
  readonly pace: Pace;
}

/** The plan as a bar: a segment for each stop, as wide as its planned time, and a needle at the elapsed time. */
function PaceBar({ plan, stop, elapsed, pace: { total } }: PaceBarProps): ReactElement {
  return (
    <div
      className="speaker-pace"
      aria-hidden="true"
      style={{ '--at': total > 0 ? Math.min(1, elapsed / total) : 0, '--pieces': plan.seconds.length } as CSSProperties}
    >
      {plan.seconds.map((seconds, index) => (
        <i key={index} style={{ flexGrow: seconds }} data-mark={index < stop ? 'done' : index === stop ? 'now' : undefined} />
      ))}
    </div>
  );
}

function formatTimeOfDay(wallTime: number): string {
  return new Date(wallTime).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
