import { clamp } from './clamp';
import { stopAt, type Timeline } from './timeline';

/** A mark of the progress bar: a stop, a scene, or the whole story. */
interface ProgressMark {
  readonly state: 'done' | 'now' | 'ahead';
  /** The part of it that has been shown, 0 to 1. */
  readonly shown: number;
}

/** The marks of a scene, and the number of stops they represent. */
interface ProgressGroup {
  readonly stops: number;
  readonly marks: readonly ProgressMark[];
}

interface Progress {
  /** Whether each mark is one stop, of fixed size; otherwise the marks share the width. */
  readonly isPerStop: boolean;
  readonly groups: readonly ProgressGroup[];
}

/** The most marks that fit beside the scene's number: stops at fixed size, scenes that share the width. */
const MAX_MARKS = { stops: 20, scenes: 40 };

/**
 * Returns the progress at stop `index` on the way, or in its detour: a mark for each stop, in long stories for each scene, in very
 * long ones a single mark.
 */
export function progressAt(timeline: Timeline, index: number): Progress {
  const { detour, sceneIndex } = stopAt(timeline, index);
  const lastOfWay = stopAt(timeline, timeline.wayLength - 1).sceneIndex;
  const [firstScene, lastScene] = detour === undefined ? [0, lastOfWay] : [sceneIndex, sceneIndex];
  const starts = [...timeline.sceneStarts, timeline.stops.length].slice(firstScene, lastScene + 2);
  const [first = 0, end = 0] = [starts[0], starts.at(-1)];
  const total = end - first;
  const mark = (from: number, count: number): ProgressMark => {
    const shown = clamp((index + 1 - from) / count, 0, 1);
    const isPast = index >= from + count;
    return { state: isPast ? 'done' : shown > 0 ? 'now' : 'ahead', shown };
  };
  if (starts.length - 1 > MAX_MARKS.scenes) return { isPerStop: false, groups: [{ stops: total, marks: [mark(first, total)] }] };
  const isPerStop = total <= MAX_MARKS.stops;
  const groups = starts.slice(1).map((next, at) => {
    const from = starts[at]!;
    const stops = next - from;
    return { stops, marks: isPerStop ? Array.from({ length: stops }, (_, step) => mark(from + step, 1)) : [mark(from, stops)] };
  });
  return { isPerStop, groups };
}
