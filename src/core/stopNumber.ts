import { clamp } from './clamp';
import type { Stop, Timeline } from './timeline';

/** A scene and optionally a step in it, both counted from 0. */
interface StopNumber {
  readonly scene: number;
  readonly step: number | undefined;
}

/** Returns a stop's key in rehearsals and wire data: scene id and step, which stay valid when other scenes change. */
export function stopKey(stop: Pick<Stop, 'scene' | 'step'>): string {
  return `${stop.scene.id}/${stop.step}`;
}

/** Returns a stop's number as people type it, counted from 1: `5.3` is the third step of scene 5. */
export function formatStopNumber({ sceneIndex, step }: Pick<Stop, 'sceneIndex' | 'step'>): string {
  return `${sceneIndex + 1}.${step + 1}`;
}

/** Parses `5.3` as a step and `5` or `5.` as a scene, whether or not the story has it. Undefined for anything else; never throws. */
export function parseStopNumber(text: string): StopNumber | undefined {
  const [, scene, step] = /^(\d+)(?:\.(\d*))?$/u.exec(text.trim()) ?? [];
  if (scene === undefined) return undefined;
  return { scene: Number(scene) - 1, step: step ? Number(step) - 1 : undefined };
}

/** Whether a number means this stop; the number of a scene means all of its stops. */
export function matchesStopNumber({ sceneIndex, step }: Pick<Stop, 'sceneIndex' | 'step'>, name: StopNumber | undefined): boolean {
  return name !== undefined && name.scene === sceneIndex && (name.step === undefined || name.step === step);
}

/** Returns the index of the stop that a typed number means, or of the nearest one. */
export function stopIndexForNumber({ sceneStarts, story }: Timeline, text: string): number {
  const { scene, step = 0 } = parseStopNumber(text) ?? { scene: 0 };
  const sceneIndex = clamp(scene, 0, sceneStarts.length - 1);
  return (sceneStarts[sceneIndex] ?? 0) + clamp(step, 0, (story.scenes[sceneIndex]?.steps.length ?? 1) - 1);
}
