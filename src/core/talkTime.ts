import { wayStopOf } from './detours';
import { createPlan, paceAt, totalSeconds, type Pace, type TalkPlan } from './pace';
import type { SharedShowState } from './speakerProtocol';
import { elapsedSeconds, type TalkTimer } from './talkTimer';
import type { Timeline } from './timeline';

/** What the stage sends that the time of a talk depends on. */
export type TimedShow = Partial<TalkTimer> & Pick<SharedShowState, 'stop' | 'detours' | 'detourMs'>;

/** The plan of a talk whose stops may be dropped on the way. */
export interface TalkSchedule {
  /** The plan of the stops that are left. */
  readonly plan: TalkPlan;
  /** Seconds that the talk was planned to take beyond `plan`, for what was dropped since. */
  readonly spare: number;
}

/** The time of a talk, in seconds. */
export interface TalkTime {
  /** Index of the stop on the way that the talk is at, or has left for a detour. */
  readonly wayStop: number;
  /** Seconds since the talk began, with detours. */
  readonly elapsed: number;
  /** Seconds spent in detours; undefined if the talk has been in none. They do not count against the plan. */
  readonly inDetours: number | undefined;
  readonly pace: Pace;
  /** Planned seconds of the whole talk, with what was dropped since. */
  readonly total: number;
}

/** Returns the plan of the stops in `timeline`. `planned` is the timeline that the talk began with, `rehearsal` a stored one. */
export function scheduleTalk(planned: Timeline, timeline: Timeline, rehearsal: unknown): TalkSchedule {
  const plan = createPlan(timeline, rehearsal);
  return { plan, spare: totalSeconds(createPlan(planned, rehearsal)) - totalSeconds(plan) };
}

/** Returns the time of a talk at `wallTime`. Without `countsBlack` it stands still while the room is black. */
export function talkTimeAt(
  timeline: Timeline,
  { plan, spare }: TalkSchedule,
  show: TimedShow,
  wallTime: number,
  countsBlack = true,
): TalkTime {
  const wayStop = wayStopOf(timeline, show).index;
  const elapsed = elapsedSeconds(show, wallTime, countsBlack);
  const since = show.detours?.[0]?.since;
  const detourMs = (show.detourMs ?? 0) + Math.max(0, wallTime - (since ?? wallTime));
  const detourSeconds = Math.min(elapsed, Math.floor(detourMs / 1000));
  const pace = paceAt(plan, wayStop, elapsed - detourSeconds - spare);
  return {
    wayStop,
    elapsed,
    inDetours: detourSeconds > 0 || since !== undefined ? detourSeconds : undefined,
    pace,
    total: pace.total + spare,
  };
}
