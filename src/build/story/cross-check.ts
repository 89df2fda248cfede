import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { valueAt } from './locate';
import type { Document } from './parse';
import type { Problem } from './problem';
import { nearest } from './suggest';
import { complain } from './validate';

/** The scene files a story lists, as far as it can be told, whatever else is wrong with it. */
export function listedScenes(index: Document): readonly string[] {
  const scenes = valueAt(index.value, ['scenes']);
  return Array.isArray(scenes) ? scenes.filter((name) => typeof name === 'string') : [];
}

/** Scene files that are listed but not there. */
export async function missingScenes(index: Document, missing: readonly string[]): Promise<readonly Problem[]> {
  const folder = path.dirname(index.file);
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json') && name !== path.basename(index.file));
  return missing.map((name) =>
    complain(index, {
      path: ['scenes', (valueAt(index.value, ['scenes']) as unknown[]).indexOf(name)],
      what: 'value',
      found: JSON.stringify(name),
      expected: `a file in ${path.basename(folder)}/`,
      meant: nearest(name, files),
    }),
  );
}

/** Scenes with the id of an earlier one: an address must name a single scene. */
export function duplicateIds(scenes: readonly Document[]): readonly Problem[] {
  const first = new Map<unknown, Document>();
  return scenes.flatMap((scene) => {
    const id = valueAt(scene.value, ['id']);
    const other = first.get(id);
    if (typeof id !== 'string' || !other) {
      first.set(id, scene);
      return [];
    }
    const expected = other.file === scene.file ? 'each file once in the story' : `an id of its own; ${path.basename(other.file)} has this one`;
    return [complain(scene, { path: ['id'], what: 'value', found: JSON.stringify(id), expected })];
  });
}

/** Scenes that would go on in the terminal of a recording, which is not the story's own. */
export function goesOnFromRecording(scenes: readonly Document[]): readonly Problem[] {
  let recording: string | undefined;
  return scenes.flatMap((scene) => {
    const kind = valueAt(scene.value, ['kind']);
    if (kind === 'recording') recording = path.basename(scene.file);
    if (kind === 'recording' || valueAt(scene.value, ['window']) === undefined) return [];
    const before = recording;
    recording = undefined;
    if (before === undefined || valueAt(scene.value, ['continues']) !== true) return [];
    return [complain(scene, { path: ['continues'], what: 'value', found: 'true', expected: `false or nothing, since the recording in ${before} stands in the terminal before it` })];
  });
}
