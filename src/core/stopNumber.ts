import { clamp } from './clamp';
import type { Stop, Timeline } from './stop';

/** A scene and optionally a step in it, both counted from 0. */
export interface StopNumber {
  readonly scene: number;
  readonly step: number | undefined;
}

/** Returns a stop's key in rehearsals and wire data: scene id and step, which stay valid when other scenes change. */
export function stopKey(stop: Pick<Stop, 'scene' | 'step'>): string {
  return `${stop.scene.id}/${stop.step}`;
}

/** Returns a stop's number as people type it, counted from 1: `5.3` is the third step of scene 5 that is shown, `D1.3` of detour 1. */
export function formatStopNumber(stop: Pick<Stop, 'sceneIndex' | 'detour' | 'shownStep'>): string {
  return `${formatSceneNumber(stop)}.${stop.shownStep + 1}`;
}

/** Returns the number of a stop's scene, counted from 1: `5`, or `D1` for the first detour. */
export function formatSceneNumber({ sceneIndex, detour }: Pick<Stop, 'sceneIndex' | 'detour'>): string {
  return detour === undefined ? `${sceneIndex + 1}` : `D${detour + 1}`;
}

/** Returns where a stop is for people: `Stop 5.3, 12 of 40`, or `Detour D1.2, 2 of 3`. */
export function describePlace({ stops, wayLength }: Timeline, stop: Stop, separator = ', '): string {
  const { detour, shownStep, index } = stop;
  const number = formatStopNumber(stop);
  if (detour === undefined) return `Stop ${number}${separator}${index + 1} of ${wayLength}`;
  return `Detour ${number}${separator}${shownStep + 1} of ${stops.filter((each) => each.detour === detour).length}`;
}

/** Parses `5.3` as a step and `5` or `5.` as a scene, whether or not the story has it. Undefined for anything else; never throws. */
export function parseStopNumber(text: string): StopNumber | undefined {
  const [, scene, step] = /^(\d+)(?:\.(\d*))?$/u.exec(text.trim()) ?? [];
  if (scene === undefined) return undefined;
  return { scene: Number(scene) - 1, step: step ? Number(step) - 1 : undefined };
}

/** Returns the index of the stop on the way that a typed number means, or of the nearest one. */
export function stopIndexForNumber({ stops, sceneStarts, wayLength }: Timeline, text: string): number {
  const { scene, step = 0 } = parseStopNumber(text) ?? { scene: 0 };
  const lastScene = stops[wayLength - 1]?.sceneIndex ?? 0;
  const sceneIndex = clamp(scene, 0, lastScene);
  const start = sceneStarts[sceneIndex] ?? 0;
  const end = sceneIndex === lastScene ? wayLength : (sceneStarts[sceneIndex + 1] ?? wayLength);
  return start + clamp(step, 0, end - start - 1);
}
