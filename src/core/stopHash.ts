import { clamp } from './clamp';
import { decodeUriSafely } from './decodeUriSafely';
import { stopAt, type Timeline } from './timeline';

/** Returns the hash of a stop: `#/scene-id/step`, without the step if that is 0. */
export function formatHash(timeline: Timeline, index: number): string {
  const stop = stopAt(timeline, index);
  return stop.step === 0 ? `#/${stop.scene.id}` : `#/${stop.scene.id}/${stop.step}`;
}

/**
 * Returns the index of the stop a hash names: `#/scene-id`, `#/scene-id/step` or `#/n`, counted from 0. Numbers outside the story
 * are clamped; any other hash means the first stop. Never throws.
 */
export function parseHash(timeline: Timeline, hash: string): number {
  const [name = '', step] = decodeUriSafely(hash)
    .replace(/^#?\/?/u, '')
    .split('/');
  const scene = timeline.story.scenes.findIndex((each) => each.id === name.toLowerCase());
  if (scene >= 0) {
    const start = timeline.sceneStarts[scene] ?? 0;
    const count = timeline.story.scenes[scene]?.steps.length ?? 1;
    return start + clamp(toInteger(step) ?? 0, 0, count - 1);
  }
  return clamp(toInteger(name) ?? 0, 0, timeline.stops.length - 1);
}

function toInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d+$/u.test(text.trim()) ? Number(text) : undefined;
}
