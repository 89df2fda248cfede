import { formatStopNumber } from '../../core/stopNumber';
import type { ReportWork } from '../workProgress';
import { frameCount, type FilmPlan, type PlannedStop } from './filmPlan';

/** How much longer than a frame in which nothing moves one takes that is drawn. */
const DRAWN_COST = 12;

export interface FilmProgress {
  /** Tells how many frames there are, and which stop of the plan is filmed. */
  show(frames: number, stopIndex: number): void;
}

/** Reports how far the filming of a plan is. */
export function createFilmProgress(plan: FilmPlan, report: ReportWork): FilmProgress {
  const counts = plan.stops.map((each) => frameCount(each, plan));
  const drawn = plan.stops.map((each, index) => Math.min(counts[index]!, drawnFrames(each, plan)));
  const starts = counts.map((_, index) => counts.slice(0, index).reduce((sum, each) => sum + each, 0));
  const costOf = (index: number, frames = counts[index]!): number => frames + (DRAWN_COST - 1) * Math.min(frames, drawn[index]!);
  const total = counts.reduce((sum, _, index) => sum + costOf(index), 0);
  return {
    show: (frames, stopIndex) => {
      const before = counts.slice(0, stopIndex).reduce((sum, _, index) => sum + costOf(index), 0);
      const done = before + costOf(stopIndex, Math.min(counts[stopIndex]!, frames - starts[stopIndex]!));
      report(done / total, `Filming stop ${formatStopNumber(plan.stops[stopIndex]!.stop)}`);
    },
  };
}

function drawnFrames({ stop }: PlannedStop, { fps, speed }: FilmPlan): number {
  return ((stop.enterMs + stop.playMs) * fps) / speed / 1000;
}
