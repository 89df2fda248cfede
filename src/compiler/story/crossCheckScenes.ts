import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isRecorded, type Scene } from '../../core/story';
import { valueAt } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { closestMatch } from './closestMatch';
import { toProblem } from './toProblem';

/** The scene files a story lists, as far as it can be told, whatever else is wrong with it. */
export function sceneFileNames(index: JsonDocument): readonly string[] {
  const scenes = valueAt(index.value, ['scenes']);
  const names = Array.isArray(scenes) ? scenes.filter((name) => typeof name === 'string') : [];
  // A file that is listed twice is compiled once: see repeatedScenes().
  return [...new Map(names.toReversed().map((name) => [path.normalize(name), name])).values()].toReversed();
}

/** Entries of `scenes` that are no scene of their own: a file that is listed before, story.json itself, and the wire file. */
export function repeatedSceneFiles(index: JsonDocument): readonly Problem[] {
  const folder = path.dirname(index.file);
  const wire = valueAt(index.value, ['wire']);
  const usedFiles = new Map([[index.file, 'a scene; this file lists them']]);
  if (typeof wire === 'string') usedFiles.set(path.join(folder, wire), 'a scene; "wire" names this file');
  const scenes = valueAt(index.value, ['scenes']);
  return (Array.isArray(scenes) ? scenes : []).flatMap((name: unknown, at) => {
    if (typeof name !== 'string') return [];
    const file = path.join(folder, name);
    const expected = usedFiles.get(file);
    usedFiles.set(file, `each file once; scenes[${at}] has it already`);
    return expected === undefined ? [] : [toProblem(index, { path: ['scenes', at], code: 'value', found: JSON.stringify(name), expected })];
  });
}

/** Scene files that are listed but not there. */
export async function missingSceneFiles(index: JsonDocument, missing: readonly string[]): Promise<readonly Problem[]> {
  const folder = path.dirname(index.file);
  const usedFiles = new Set([...sceneFileNames(index), valueAt(index.value, ['wire'])]);
  const files = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith('.json') && name !== path.basename(index.file) && !usedFiles.has(name),
  );
  return missing.map((name) =>
    toProblem(index, {
      path: ['scenes', (valueAt(index.value, ['scenes']) as unknown[]).indexOf(name)],
      code: 'value',
      found: JSON.stringify(name),
      expected: `a file in ${path.basename(folder)}/`,
      suggestion: closestMatch(name, files),
    }),
  );
}

/** Scenes with the id of an earlier one: an address must name a single scene. */
export function duplicateSceneIds(scenes: readonly JsonDocument[]): readonly Problem[] {
  const first = new Map<unknown, JsonDocument>();
  return scenes.flatMap((scene) => {
    const id = valueAt(scene.value, ['id']);
    const other = first.get(id);
    if (typeof id !== 'string' || !other) {
      first.set(id, scene);
      return [];
    }
    const expected = `an id of its own; ${path.basename(other.file)} has this one`;
    return [toProblem(scene, { path: ['id'], code: 'value', found: JSON.stringify(id), expected })];
  });
}

/** Scenes that would continue in the terminal of a recording, which is not the story's own. `compiled` has the scenes in the same order. */
export function scenesContinuingRecording(documents: readonly JsonDocument[], compiled: readonly unknown[]): readonly Problem[] {
  let recording: string | undefined;
  return documents.flatMap((document, at) => {
    const scene = compiled[at] as Scene | undefined;
    const isRecording = scene !== undefined && isRecorded(scene);
    if (isRecording) recording = path.basename(document.file);
    if (isRecording || valueAt(document.value, ['window']) === undefined) return [];
    const before = recording;
    recording = undefined;
    if (before === undefined || valueAt(document.value, ['continues']) !== true) return [];
    return [
      toProblem(document, {
        path: ['continues'],
        code: 'value',
        found: 'true',
        expected: `false or nothing, since the recording in ${before} stands in the terminal before it`,
      }),
    ];
  });
}
