import { clamp } from './clamp';
import type { Timeline } from './timeline';

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

/** Returns the progress at stop `index`: a mark for each stop, in long stories for each scene, in very long ones a single mark. */
export function progressAt({ story, sceneStarts, stops }: Timeline, index: number): Progress {
  const mark = (from: number, count: number): ProgressMark => {
    const shown = clamp((index + 1 - from) / count, 0, 1);
    const isPast = index >= from + count;
    return { state: isPast ? 'done' : shown > 0 ? 'now' : 'ahead', shown };
  };
  if (story.scenes.length > MAX_MARKS.scenes)
    return { isPerStop: false, groups: [{ stops: stops.length, marks: [mark(0, stops.length)] }] };
  const isPerStop = stops.length <= MAX_MARKS.stops;
  const groups = story.scenes.map(({ steps }, scene) => {
    const from = sceneStarts[scene] ?? 0;
    return { stops: steps.length, marks: isPerStop ? steps.map((_, step) => mark(from + step, 1)) : [mark(from, steps.length)] };
  });
  return { isPerStop, groups };
}
