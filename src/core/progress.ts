import type { Timeline } from './timeline';

/** A part of the way: a stop, a scene, or all of the story. */
export interface Mark {
  readonly state: 'done' | 'now' | 'ahead';
  /** How much of it has been shown, from 0 to 1. */
  readonly shown: number;
  /** How many stops it stands for. */
  readonly stops: number;
}

/** Most marks that fit beside the scene's number: of stops, which stand at their size, and of scenes, which share the room. */
const MOST = { stops: 20, scenes: 40 };

/** How far the story is at `index`, by scene: a mark for each stop, in a longer story one for each scene, in a very long one a single one. */
export function progressAt({ story, starts, stops }: Timeline, index: number): readonly (readonly Mark[])[] {
  const mark = (from: number, count: number): Mark => {
    const shown = Math.max(0, Math.min((index + 1 - from) / count, 1));
    const isPast = index >= from + count;
    return { state: isPast ? 'done' : shown > 0 ? 'now' : 'ahead', shown, stops: count };
  };
  if (story.scenes.length > MOST.scenes) return [[mark(0, stops.length)]];
  return story.scenes.map(({ steps }, scene) => {
    const from = starts[scene] ?? 0;
    return stops.length > MOST.stops ? [mark(from, steps.length)] : steps.map((_, step) => mark(from + step, 1));
  });
}
