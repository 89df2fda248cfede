import type { Timeline } from './timeline';

/** A part of the way: a stop, a scene, or all of the story. */
interface ProgressMark {
  readonly state: 'done' | 'now' | 'ahead';
  /** How much of it has been shown, from 0 to 1. */
  readonly shown: number;
}

/** Marks that belong together, and how many stops they stand for. */
interface ProgressGroup {
  readonly stops: number;
  readonly marks: readonly ProgressMark[];
}

interface Progress {
  /** Whether each mark is a stop, at its full size; else all share the room there is. */
  readonly isPerStop: boolean;
  readonly groups: readonly ProgressGroup[];
}

/** Most marks that fit beside the scene's number: of stops, which stand at their size, and of scenes, which share the room. */
const MAX_MARKS = { stops: 20, scenes: 40 };

/** How far the story is at `index`: a mark for each stop, by scene; in a longer story one for each scene, in a very long one a single one. */
export function progressAt({ story, sceneStarts, stops }: Timeline, index: number): Progress {
  const mark = (from: number, count: number): ProgressMark => {
    const shown = Math.max(0, Math.min((index + 1 - from) / count, 1));
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
