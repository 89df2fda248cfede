import type { Stop, Timeline } from './timeline';

/** A scene and, where one is named, a step in it; both counted from 0. */
interface StopNumber {
  readonly scene: number;
  readonly step: number | undefined;
}

/**
 * A stop's name as people read and type it: `5.3` is the third step of scene 5, both counted from 1. Addresses and files
 * count steps from 0 (`location.ts`, `rehearsal.ts`).
 */
export function formatStopNumber({ sceneIndex, step }: Pick<Stop, 'sceneIndex' | 'step'>): string {
  return `${sceneIndex + 1}.${step + 1}`;
}

/** What a name says: `5.3` a step, `5` and `5.` a scene, whatever the story has. Undefined for anything else; never throws. */
export function parseStopNumber(text: string): StopNumber | undefined {
  const [, scene, step] = /^(\d+)(?:\.(\d*))?$/u.exec(text.trim()) ?? [];
  if (scene === undefined) return undefined;
  return { scene: Number(scene) - 1, step: step ? Number(step) - 1 : undefined };
}

/** Whether a name means this stop; that of a scene means all of its stops. */
export function matchesStopNumber({ sceneIndex, step }: Pick<Stop, 'sceneIndex' | 'step'>, name: StopNumber | undefined): boolean {
  return name !== undefined && name.scene === sceneIndex && (name.step === undefined || name.step === step);
}

/** The index of the stop that a typed name means, or of the nearest one there is. */
export function stopIndexForNumber({ sceneStarts, story }: Timeline, text: string): number {
  const { scene, step = 0 } = parseStopNumber(text) ?? { scene: 0 };
  const sceneIndex = clamp(scene, sceneStarts.length - 1);
  return (sceneStarts[sceneIndex] ?? 0) + clamp(step, (story.scenes[sceneIndex]?.steps.length ?? 1) - 1);
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}
