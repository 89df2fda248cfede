import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { Clock } from '../core/clock';
import type { DropAdvice } from '../core/adviseDrops';
import { formatDuration } from '../core/formatDuration';
import type { TalkPlan } from '../core/pace';
import { formatStopNumber, stopKey } from '../core/stopNumber';
import { talkTimeAt, type TalkSchedule, type TimedShow } from '../core/talkTime';
import type { Stop, Timeline } from '../core/timeline';
import { useWallTime } from './useWallTime';

interface TimePanelProps {
  readonly clock: Clock;
  readonly timeline: Timeline;
  readonly schedule: TalkSchedule;
  readonly show: TimedShow;
  /** Returns what to drop when the talk is so many seconds behind the plan. */
  readonly advise: (behind: number) => DropAdvice | undefined;
  /** Drops stops; undefined while the stage is offline. */
  readonly onDrop: ((stops: readonly string[], at: number) => void) | undefined;
  /** Whether the timer stands still while the room is black. */
  readonly pausesWithBlack: boolean;
  readonly onTogglePause: () => void;
  /** Starts or resets the timer; `at` is the timestamp of the event. Undefined while the stage is offline. */
  readonly onTimer: ((action: 'startTimer' | 'resetTimer', at: number) => void) | undefined;
}

/** The time of day, the timer of the talk, and how far it is ahead of or behind the plan. */
export function TimePanel(props: TimePanelProps): ReactElement {
  const { clock, timeline, schedule, show, advise, onDrop, pausesWithBlack, onTogglePause, onTimer } = props;
  const wallTime = useWallTime(clock);
  const hasBegun = show.startedAt !== undefined;
  const isPaused = pausesWithBlack && show.blackSince !== undefined;
  const { plan, spare } = schedule;
  const { wayStop, elapsed, inDetours, pace, total } = talkTimeAt(timeline, schedule, show, wallTime, !pausesWithBlack);
  // The clock of the room counts detours as well.
  const advice = hasBegun ? advise((inDetours ?? 0) - pace.ahead) : undefined;
  return (
    <section className="speaker-panel speaker-times" aria-label="Time">
      <dl className="speaker-times__list">
        <Time label="Clock">{formatTimeOfDay(wallTime)}</Time>
        <Time label="Elapsed">
          {formatDuration(elapsed)} <small>{isPaused ? 'paused: black' : `of ${formatDuration(total)}`}</small>
        </Time>
        <Time label={plan.rehearsed ? 'Against rehearsal' : 'Against plan'}>
          {hasBegun ? <PaceStatus ahead={pace.ahead} /> : <small>starts with your next press</small>}
        </Time>
        <Time label="Leave this stop by">
          {formatDuration(pace.plannedAtNext + spare)} <small>ends {formatTimeOfDay(wallTime + pace.remaining * 1000)}</small>
        </Time>
      </dl>
      <PaceBar plan={plan} stop={wayStop} at={pace.total > 0 ? Math.min(1, elapsed / total) : 0} />
      {(advice !== undefined || inDetours !== undefined) && (
        <div className="speaker-times__extra">
          {inDetours !== undefined && (
            <p>
              <span className="speaker-label">Detours</span> <b>{formatDuration(inDetours)}</b> <small>apart from the plan</small>
            </p>
          )}
          {advice && (
            <button
              type="button"
              className="speaker-small-button speaker-times__advice"
              disabled={!onDrop}
              onClick={(event) => onDrop?.(advice.stops.map(stopKey), event.timeStamp)}
            >
              Drop {listNumbers(advice.stops)}: you end{' '}
              {Math.round(advice.late) > 0 ? `${formatDuration(Math.round(advice.late))} late` : 'on time'}
            </button>
          )}
        </div>
      )}
      <div className="speaker-times__actions">
        <button type="button" className="speaker-small-button" aria-pressed={pausesWithBlack} onClick={onTogglePause}>
          {pausesWithBlack ? '✓ ' : ''}Pause in black
        </button>
        <button
          type="button"
          className="speaker-small-button"
          disabled={!onTimer}
          onClick={(event) => onTimer?.(hasBegun ? 'resetTimer' : 'startTimer', event.timeStamp)}
        >
          {hasBegun ? 'Reset timer' : 'Start timer'}
        </button>
      </div>
    </section>
  );
}

/** Returns the numbers of stops as `4.2, 5.1 and 6.1`; of more than three only how many there are. */
function listNumbers(stops: readonly Stop[]): string {
  const numbers = stops.map(formatStopNumber);
  if (numbers.length > 3) return `${numbers.length} optional stops`;
  return numbers.length === 1 ? numbers.join() : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

function Time({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt className="speaker-label">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function PaceStatus({ ahead }: { readonly ahead: number }): ReactElement {
  const wholeSeconds = Math.round(Math.abs(ahead));
  const duration = formatDuration(wholeSeconds);
  if (wholeSeconds === 0) return <span data-pace="on">● on time</span>;
  return ahead > 0 ? <span data-pace="ahead">▲ {duration} ahead</span> : <span data-pace="behind">▼ {duration} behind</span>;
}

/** The plan as a bar: a segment for each stop, as wide as its planned time, and a mark at `at`, a fraction of the bar. */
function PaceBar({ plan, stop, at }: { readonly plan: TalkPlan; readonly stop: number; readonly at: number }): ReactElement {
  return (
    <div className="speaker-pace" aria-hidden="true" style={{ '--at': at, '--pieces': plan.seconds.length } as CSSProperties}>
      {plan.seconds.map((seconds, index) => (
        <i key={index} style={{ flexGrow: seconds }} data-mark={index < stop ? 'done' : index === stop ? 'now' : undefined} />
      ))}
    </div>
  );
}

function formatTimeOfDay(wallTime: number): string {
  return new Date(wallTime).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
