import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { Clock } from '../core/clock';
import { formatDuration } from '../core/formatDuration';
import { paceAt, type TalkPlan } from '../core/pace';
import { elapsedSeconds, type TalkTimer } from '../core/talkTimer';
import { useWallTime } from './useWallTime';

interface TimePanelProps {
  readonly clock: Clock;
  readonly plan: TalkPlan;
  readonly stop: number;
  /** The timer of the talk, as far as the stage sends it. */
  readonly timer: Partial<TalkTimer>;
  /** Whether the timer stands still while the room is black. */
  readonly pausesWithBlack: boolean;
  readonly onTogglePause: () => void;
  /** Starts or resets the timer; `at` is the timestamp of the event. Undefined while the stage is offline. */
  readonly onTimer: ((action: 'startTimer' | 'resetTimer', at: number) => void) | undefined;
}

/** The time of day, the timer of the talk, and how far it is ahead of or behind the plan. */
export function TimePanel({ clock, plan, stop, timer, pausesWithBlack, onTogglePause, onTimer }: TimePanelProps): ReactElement {
  const wallTime = useWallTime(clock);
  const hasBegun = timer.startedAt !== undefined;
  const isPaused = pausesWithBlack && timer.blackSince !== undefined;
  const elapsed = elapsedSeconds(timer, wallTime, !pausesWithBlack);
  const currentPace = paceAt(plan, stop, elapsed);
  return (
    <section className="speaker-panel speaker-times" aria-label="Time">
      <dl className="speaker-times__list">
        <Time label="Clock">{formatTimeOfDay(wallTime)}</Time>
        <Time label="Elapsed">
          {formatDuration(elapsed)} <small>{isPaused ? 'paused: black' : `of ${formatDuration(currentPace.total)}`}</small>
        </Time>
        <Time label={plan.rehearsed ? 'Against rehearsal' : 'Against plan'}>
          {hasBegun ? <PaceStatus ahead={currentPace.ahead} /> : <small>starts with your next press</small>}
        </Time>
        <Time label="Leave this stop by">
          {formatDuration(currentPace.plannedAtNext)} <small>ends {formatTimeOfDay(wallTime + currentPace.remaining * 1000)}</small>
        </Time>
      </dl>
      <PaceBar plan={plan} stop={stop} at={currentPace.total > 0 ? Math.min(1, elapsed / currentPace.total) : 0} />
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
