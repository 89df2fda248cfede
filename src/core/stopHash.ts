import { stopAt, type Timeline } from './timeline';

/** The hash that names a stop: `#/scene-id/step`, the step left out where it is 0. */
export function formatHash(timeline: Timeline, index: number): string {
  const stop = stopAt(timeline, index);
  return stop.step === 0 ? `#/${stop.scene.id}` : `#/${stop.scene.id}/${stop.step}`;
}

/**
 * The stop a hash names. Understands `#/scene-id`, `#/scene-id/step` and `#/n`; everything else clamps to the
 * nearest sensible stop, and what names nothing at all is the first one. Never throws.
 */
export function parseHash(timeline: Timeline, hash: string): number {
  const [name = '', step] = decodeSafely(hash)
    .replace(/^#?\/?/u, '')
    .split('/');
  const scene = timeline.story.scenes.findIndex((each) => each.id === name.toLowerCase());
  if (scene >= 0) {
    const start = timeline.sceneStarts[scene] ?? 0;
    const count = timeline.story.scenes[scene]?.steps.length ?? 1;
    return start + clamp(toInteger(step) ?? 0, count - 1);
  }
  return clamp(toInteger(name) ?? 0, timeline.stops.length - 1);
}

function decodeSafely(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

function toInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d+$/u.test(text.trim()) ? Number(text) : undefined;
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}
