import type { CSSProperties, ReactElement } from 'react';
import type { Clock } from '../core/clock';
import { clockTime } from '../core/formatDuration';
import { elapsedSeconds, pace, type Pace, type Plan } from '../core/pace';
import { useToday } from './useSpeaker';

interface TimesProps {
  readonly clock: Clock;
  readonly plan: Plan;
  readonly stop: number;
  readonly startedAt: number | undefined;
  /** Resets the talk's clock; `at` is the event's timestamp. Undefined while nobody can. */
  readonly onReset: ((at: number) => void) | undefined;
}

/** The time of day, the talk's own clock, and how it stands against the plan. */
export function Times({ clock, plan, stop, startedAt, onReset }: TimesProps): ReactElement {
  const today = useToday(clock);
  const elapsed = elapsedSeconds(plan, startedAt, today);
  const now = pace(plan, stop, elapsed);
  return (
    <section className="desk-panel desk-times" aria-label="Time">
      <dl className="desk-times__list">
        <div>
          <dt className="desk-label">Clock</dt>
          <dd>{timeOfDay(today)}</dd>
        </div>
        <div>
          <dt className="desk-label">Elapsed</dt>
          <dd>
            {clockTime(elapsed)} <small>of {clockTime(now.total)}</small>
          </dd>
        </div>
        <div>
          <dt className="desk-label">{plan.rehearsed ? 'Against rehearsal' : 'Against plan'}</dt>
          <dd>
            {startedAt === undefined ? (
              <small>{stop === 0 ? 'starts when you leave the first stop' : 'starts with your next step'}</small>
            ) : (
              <Standing ahead={now.ahead} />
            )}
          </dd>
        </div>
        <div>
          <dt className="desk-label">Leave this stop by</dt>
          <dd>
            {clockTime(now.plannedAtNext)} <small>ends {timeOfDay(today + now.remaining * 1000)}</small>
          </dd>
        </div>
      </dl>
      <PaceBar plan={plan} stop={stop} elapsed={elapsed} pace={now} />
      <button
        type="button"
        className="desk-small desk-times__reset"
        disabled={startedAt === undefined || !onReset}
        onClick={(event) => onReset?.(event.timeStamp)}
      >
        Reset timer
      </button>
    </section>
  );
}

function Standing({ ahead }: { readonly ahead: number }): ReactElement {
  const whole = Math.round(Math.abs(ahead));
  if (whole === 0) return <span data-pace="on">● on time</span>;
  return ahead > 0 ? (
    <span data-pace="ahead">▲ {clockTime(whole)} ahead</span>
  ) : (
    <span data-pace="behind">▼ {clockTime(whole)} behind</span>
  );
}

interface PaceBarProps {
  readonly plan: Plan;
  readonly stop: number;
  readonly elapsed: number;
  readonly pace: Pace;
}

/** The plan as a bar, a piece for each stop as long as it may take; a needle shows the time. Said in words above. */
function PaceBar({ plan, stop, elapsed, pace: { total } }: PaceBarProps): ReactElement {
  return (
    <div
      className="desk-pace"
      aria-hidden="true"
      style={{ '--at': total > 0 ? Math.min(1, elapsed / total) : 0, '--pieces': plan.seconds.length } as CSSProperties}
    >
      {plan.seconds.map((seconds, index) => (
        <i key={index} style={{ flexGrow: seconds }} data-mark={index < stop ? 'done' : index === stop ? 'now' : undefined} />
      ))}
    </div>
  );
}

/** The time of day, as people here write it. */
function timeOfDay(today: number): string {
  return new Date(today).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
