import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { valueAt } from './jsonPath';
import type { Document } from './parseJsonFile';
import type { Problem } from './problem';
import { nearest } from './closestMatch';
import { complain } from './validateDocument';

/** The scene files a story lists, as far as it can be told, whatever else is wrong with it. */
export function listedScenes(index: Document): readonly string[] {
  const scenes = valueAt(index.value, ['scenes']);
  const names = Array.isArray(scenes) ? scenes.filter((name) => typeof name === 'string') : [];
  // A file that is listed twice is compiled once: see repeatedScenes().
  return [...new Map(names.toReversed().map((name) => [path.normalize(name), name])).values()].toReversed();
}

/** Entries of `scenes` that are no scene of their own: a file that is listed before, story.json itself, and the wire file. */
export function repeatedScenes(index: Document): readonly Problem[] {
  const folder = path.dirname(index.file);
  const wire = valueAt(index.value, ['wire']);
  const taken = new Map([[index.file, 'a scene; this file lists them']]);
  if (typeof wire === 'string') taken.set(path.join(folder, wire), 'a scene; "wire" names this file');
  const scenes = valueAt(index.value, ['scenes']);
  return (Array.isArray(scenes) ? scenes : []).flatMap((name: unknown, at) => {
    if (typeof name !== 'string') return [];
    const file = path.join(folder, name);
    const expected = taken.get(file);
    taken.set(file, `each file once; scenes[${at}] has it already`);
    return expected === undefined ? [] : [complain(index, { path: ['scenes', at], what: 'value', found: JSON.stringify(name), expected })];
  });
}

/** Scene files that are listed but not there. */
export async function missingScenes(index: Document, missing: readonly string[]): Promise<readonly Problem[]> {
  const folder = path.dirname(index.file);
  const taken = new Set([...listedScenes(index), valueAt(index.value, ['wire'])]);
  const files = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith('.json') && name !== path.basename(index.file) && !taken.has(name),
  );
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
    const expected = `an id of its own; ${path.basename(other.file)} has this one`;
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
    return [
      complain(scene, {
        path: ['continues'],
        what: 'value',
        found: 'true',
        expected: `false or nothing, since the recording in ${before} stands in the terminal before it`,
      }),
    ];
  });
}
