import type { ReactElement } from 'react';
import type { Clock } from '../../core/clock';
import { formatDuration } from '../../core/formatDuration';
import { paceAt, type TalkPlan } from '../../core/pace';
import { elapsedSeconds, type TalkTimer } from '../../core/talkTimer';
import { PaceStatus } from '../TimePanel';
import { useWallTime } from '../useWallTime';

interface PhoneTimeProps {
  readonly clock: Clock;
  readonly plan: TalkPlan;
  readonly stop: number;
  readonly timer: Partial<TalkTimer>;
}

/** The time of the talk, and how far it is ahead of or behind the plan. */
export function PhoneTime({ clock, plan, stop, timer }: PhoneTimeProps): ReactElement {
  const elapsed = elapsedSeconds(timer, useWallTime(clock));
  const { total, ahead } = paceAt(plan, stop, elapsed);
  return (
    <p className="phone__time">
      <b>{formatDuration(elapsed)}</b>
      <small>
        of {formatDuration(total)} {timer.startedAt !== undefined && <PaceStatus ahead={ahead} />}
      </small>
    </p>
  );
}
