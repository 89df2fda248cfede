import type { Stop, Timeline } from './stop';
import type { Scene } from './story';

/** Returns the nearest stop before a dropped step that is shown: of its detour, or on the way; the first one if there is none. */
export function nearestShown({ story: { scenes }, stops, wayLength }: Timeline, scene: Scene, step: number): Stop {
  const before = scenes.slice(0, scenes.indexOf(scene));
  const place = before.reduce((sum, { steps }) => sum + steps.length, step);
  const detour = scene.detour ? stops.filter((stop) => stop.scene === scene) : [];
  const candidates = detour.length > 0 ? detour : stops.slice(0, wayLength);
  return (candidates.findLast((stop) => stop.place <= place) ?? candidates[0])!;
}
