import type { Stop, Timeline } from './stop';
import { formatSceneNumber, type StopNumber } from './stopNumber';

/** Helpers of the lists of stops, which the page loads when it shows one. */

/** Returns the stops of each scene, those of detours last. */
export function stopsByScene({ stops, scenes }: Timeline): readonly (readonly [Stop, ...Stop[]])[] {
  return scenes.map((_, sceneIndex) => stops.filter((stop) => stop.sceneIndex === sceneIndex) as [Stop, ...Stop[]]);
}

/** Returns what stands before the title of a stop's scene: `5.`, or `Detour D1.` */
export function formatSceneTitle(stop: Pick<Stop, 'sceneIndex' | 'detour'>): string {
  return `${stop.detour === undefined ? '' : 'Detour '}${formatSceneNumber(stop)}.`;
}

/** Whether a number means this stop; the number of a scene means all of its stops. */
export function matchesStopNumber(
  { sceneIndex, detour, shownStep }: Pick<Stop, 'sceneIndex' | 'detour' | 'shownStep'>,
  name: StopNumber | undefined,
): boolean {
  if (name === undefined || detour !== undefined) return false;
  return name.scene === sceneIndex && (name.step === undefined || name.step === shownStep);
}
