import type { ReactElement } from 'react';
import type { Clock } from '../../core/clock';
import { formatDuration } from '../../core/formatDuration';
import { talkTimeAt, type TalkSchedule, type TimedShow } from '../../core/talkTime';
import type { Timeline } from '../../core/timeline';
import { PaceStatus } from '../TimePanel';
import { useWallTime } from '../useWallTime';

interface PhoneTimeProps {
  readonly clock: Clock;
  readonly timeline: Timeline;
  readonly schedule: TalkSchedule;
  readonly show: TimedShow;
}

/** The time of the talk, and how far it is ahead of or behind the plan. */
export function PhoneTime({ clock, timeline, schedule, show }: PhoneTimeProps): ReactElement {
  const { elapsed, total, pace } = talkTimeAt(timeline, schedule, show, useWallTime(clock));
  return (
    <p className="phone__time">
      <b>{formatDuration(elapsed)}</b>
      <small>
        of {formatDuration(total)} {show.startedAt !== undefined && <PaceStatus ahead={pace.ahead} />}
      </small>
    </p>
  );
}
