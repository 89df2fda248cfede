import path from 'node:path';
import { isRecorded, type Scene } from '../../core/story';
import { duplicateIds } from './duplicateIds';
import { valueAt, type JsonPath } from './jsonPath';
import { missingFile } from './missingFile';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { toProblem } from './toProblem';

/** Returns the scene files that `story.json` lists, each once. Works on unvalidated files. */
export function sceneFileNames(index: JsonDocument): readonly string[] {
  const scenes = valueAt(index.value, ['scenes']);
  const names = Array.isArray(scenes) ? scenes.filter((name) => typeof name === 'string') : [];
  // A file that is listed twice is compiled once; repeatedSceneFiles() reports the second entry.
  return [...new Map(names.toReversed().map((name) => [path.normalize(name), name])).values()].toReversed();
}

/** Reports entries of `scenes` that name a file for the second time, story.json itself, or the wire file. */
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
    return expected === undefined ? [] : [toProblem(index, { path: ['scenes', at], found: JSON.stringify(name), expected })];
  });
}

/** Reports scene files that are listed but do not exist. */
export async function missingSceneFiles(index: JsonDocument, missing: readonly string[]): Promise<readonly Problem[]> {
  const listed = valueAt(index.value, ['scenes']) as unknown[];
  return Promise.all(missing.map(async (name) => missingStoryFile(index, ['scenes', listed.indexOf(name)], name)));
}

/** Reports a wire file that is named but does not exist. */
export async function missingWireFile(index: JsonDocument, name: string): Promise<readonly Problem[]> {
  return [await missingStoryFile(index, ['wire'], name)];
}

/** Suggests the closest JSON file that the story does not use yet. */
async function missingStoryFile(index: JsonDocument, at: JsonPath, name: string): Promise<Problem> {
  const usedFiles = new Set<unknown>([path.basename(index.file), ...sceneFileNames(index), valueAt(index.value, ['wire'])]);
  const isCandidate = (each: string) => each.endsWith('.json') && !usedFiles.has(each);
  return toProblem(index, await missingFile(path.dirname(index.file), at, name, isCandidate));
}

/** Reports scenes that have the id of an earlier one: an id is part of the address of a stop. */
export function duplicateSceneIds(scenes: readonly JsonDocument[]): readonly Problem[] {
  return duplicateIds(scenes.map((document) => ({ document, path: ['id'], owner: path.basename(document.file) })));
}

/**
 * Reports scenes that continue the terminal of a recording, which only the recording writes to. `compiled` has the order of
 * `documents`.
 */
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
        found: 'true',
        expected: `false or nothing, since the recording in ${before} stands in the terminal before it`,
      }),
    ];
  });
}

/** Reports scenes that open over the scene before them where there is none: the first one on the way, and those in panes. */
export function scenesOverNothing(scenes: readonly JsonDocument[], panes: readonly JsonDocument[]): readonly Problem[] {
  return [...scenes.slice(0, 1), ...panes].flatMap((document, at) => {
    if (valueAt(document.value, ['over']) !== true) return [];
    const reason = at === 0 ? 'this is the first scene, and nothing is before it' : 'a scene in a pane stays in its pane';
    return [toProblem(document, { path: ['over'], found: 'true', expected: `false or nothing: ${reason}` })];
  });
}
