import type { Settings } from './settings';
import type { Stop } from './stop';
import { allScenes, type Step, type Story } from './story.ts';

/** A key of a recording: when it was pressed, in milliseconds after the stop begins to play, and its name. */
export type RecordedKey = readonly [at: number, key: string];

/** Whether pressed keys are shown: as the presenter chose, else as the author did. */
export function areKeysShown({ keys }: Settings, { showKeys = false }: Story): boolean {
  return keys ?? showKeys;
}

/** Whether a story has keys to show. */
export function hasKeys(story: Pick<Story, 'scenes'>): boolean {
  return allScenes(story).some(({ steps }) => steps.some((step) => step.keys ?? recordedKeysOfStep(step)));
}

function recordedKeysOfStep(step: Step & { readonly recorded?: Stop['recorded'] }): readonly RecordedKey[] | undefined {
  return step.recorded?.keys;
}

/** Returns the keys of a stop in words, for those who do not see them. Characters of a recording are in its output. */
export function keysInWords(stop: Pick<Stop, 'source' | 'recorded'>): readonly string[] {
  const named = (stop.recorded?.keys ?? []).map(([, key]) => key).filter((key) => key.length > 1 && key !== 'Space');
  const keys = [...(stop.source.keys ?? []), ...named].filter((key, index, all) => key !== all[index - 1]);
  return keys.length > 0 ? [`Keys: ${keys.join(', ')}`] : [];
}
