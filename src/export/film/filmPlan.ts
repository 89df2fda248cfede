import { dwellMs } from '../../core/dwellMs';
import type { RehearsalRecord } from '../../core/rehearsal';
import { stopKey } from '../../core/stopNumber';
import type { Stop, Timeline } from '../../core/timeline';

/** A stop of a film, and for how long the film stays at it once it has played, in milliseconds of the stage. */
export interface PlannedStop {
  readonly stop: Stop;
  readonly dwellMs: number;
}

/** What is filmed, and how. */
export interface FilmPlan {
  readonly timeline: Timeline;
  readonly stops: readonly PlannedStop[];
  /** Frames a second. */
  readonly fps: number;
  /** How many times faster than on stage. */
  readonly speed: number;
}

/** For how long a film stays at each stop. */
export interface DwellOptions {
  /** The author's `dwell` or else the reading time, the reading time alone, or milliseconds. */
  readonly dwell: 'plan' | 'reading' | number;
  /** The times of a rehearsal, which count before `dwell`. */
  readonly rehearsal?: RehearsalRecord | undefined;
  /** Whether captions are shown, which take time to read. */
  readonly captions: boolean;
}

/** Returns the stops of a film with their times. */
export function planStops(stops: readonly Stop[], { dwell, rehearsal, captions }: DwellOptions): readonly PlannedStop[] {
  return stops.map((stop) => {
    const rehearsed = rehearsal?.seconds[stopKey(stop)];
    // A rehearsal's time is that from the arrival at a stop until it is left.
    if (rehearsed !== undefined) return { stop, dwellMs: Math.max(0, rehearsed * 1000 - stop.enterMs - stop.playMs) };
    if (typeof dwell === 'number') return { stop, dwellMs: dwell };
    const { dwell: _planned, ...source } = stop.source;
    return { stop, dwellMs: dwellMs(dwell === 'plan' ? stop : withSource(stop, source), captions) };
  });
}

function withSource(stop: Stop, source: Stop['source']): Stop {
  return Object.create(stop, { source: { value: source } }) as Stop;
}

/** Milliseconds on the page's clock for which a stop may be late. */
const LATE_LIMIT_MS = 5000;

/** Returns the number of frames by which a stop that is not settled in time makes the film longer, at most. */
export function lateFrames({ fps, speed }: Pick<FilmPlan, 'fps' | 'speed'>): number {
  return Math.ceil((LATE_LIMIT_MS * fps) / speed / 1000);
}

/** Returns how many frames the film has at most. */
export function maxFrameCount(plan: FilmPlan): number {
  return plan.stops.reduce((sum, each) => sum + frameCount(each, plan) + lateFrames(plan), 0);
}

/** Returns the number of frames of a stop, at least one. */
export function frameCount({ stop, dwellMs: dwell }: PlannedStop, { fps, speed }: Pick<FilmPlan, 'fps' | 'speed'>): number {
  // Rounded, so that 1000 / 30 does not add a frame.
  return Math.max(1, Math.ceil(Math.round(((stop.enterMs + stop.playMs + dwell) * fps) / speed) / 1000));
}
