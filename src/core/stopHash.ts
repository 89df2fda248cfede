import { clamp } from './clamp';
import { decodeUriSafely } from './decodeUriSafely';
import { nearestShown } from './nearestShown';
import { stopAt, type Timeline } from './timeline';

/** Returns the hash of a stop: `#/scene-id/step`, without the step if that is 0. */
export function formatHash(timeline: Timeline, index: number): string {
  const stop = stopAt(timeline, index);
  return stop.step === 0 ? `#/${stop.scene.id}` : `#/${stop.scene.id}/${stop.step}`;
}

/**
 * Returns the index of the stop a hash names: `#/scene-id`, `#/scene-id/step` or `#/n`, counted from 0. Numbers outside the story
 * are clamped; a dropped stop means the nearest one before it that is shown; any other hash means the first stop. Never throws.
 */
export function parseHash(timeline: Timeline, hash: string): number {
  const [name = '', step] = decodeUriSafely(hash)
    .replace(/^#?\/?/u, '')
    .split('/');
  return indexOfStep(timeline, name.toLowerCase(), toInteger(step) ?? 0) ?? clamp(toInteger(name) ?? 0, 0, timeline.stops.length - 1);
}

/** Returns the index of the stop with `key`, or of the nearest one before it that is shown; 0 for an unknown scene. */
export function indexOfKey(timeline: Timeline, key: string): number {
  return parseHash(timeline, `#/${key}`);
}

/** Returns the index of a step, or of the nearest one before it that is shown; undefined if the story has no such scene. */
function indexOfStep(timeline: Timeline, id: string, step: number): number | undefined {
  const scene = timeline.story.scenes.find((each) => each.id === id);
  if (!scene) return undefined;
  const wanted = clamp(step, 0, scene.steps.length - 1);
  return (timeline.stops.find((stop) => stop.scene === scene && stop.step === wanted) ?? nearestShown(timeline, scene, wanted)).index;
}

function toInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d+$/u.test(text.trim()) ? Number(text) : undefined;
}
