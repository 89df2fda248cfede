import { existsSync } from 'node:fs';
import { mkdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { formatScene, sceneIdOf, sceneSchemaOf } from '../import/sceneFile';
import { writeIntoStory } from '../import/writeImport';
import { recordingSource } from '../kinds/recording/recordingSource';
import { shortPath } from '../project/shortPath';
import type { Keeping } from './kindsOfKeeping';

/** Makes a scene of a cast file, and adds it to the story; what `understudy import cast` does. */
export type ImportCast = (file: string, storyFolder: string) => Promise<void>;

export interface Recording {
  /** The finished draft. */
  readonly draft: string;
  /** Where the cast file is to be. */
  readonly target: string;
  readonly title: string;
  /** Undefined where only the cast file is kept. */
  readonly storyFolder: string | undefined;
}

/** Returns a name that no cast file, scene or draft of `folder` has, apart from `ownDraft`: `session`, else `session-2`. */
export function freeName(folder: string, title: string, ownDraft?: string): string {
  const id = sceneIdOf(`${title.replaceAll(/[./\\]/gu, ' ')}.cast`);
  const isTaken = (name: string): boolean =>
    [`${name}.cast`, `${name}.json`, `.${name}.cast`]
      .map((file) => path.join(folder, file))
      .some((file) => file !== ownDraft && existsSync(file));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? id : `${id}-${number}`;
    if (!isTaken(name)) return name;
  }
}

/** Keeps a recording as its author wants it, and says what was written. @throws what cannot be done; the cast file is then there */
export async function keepRecording(as: Keeping, recording: Recording, importCast: ImportCast): Promise<void> {
  const { draft, target, title, storyFolder } = recording;
  if (as === 'scene' && storyFolder !== undefined) return keepScene(recording, storyFolder, importCast);
  await rename(draft, target);
  console.log(shortPath(target));
  if (as === 'cast' || storyFolder === undefined) return;
  const id = sceneIdOf(target);
  const sceneFile = path.join(path.dirname(target), `${id}.json`);
  const schema = await sceneSchemaOf(storyFolder);
  const scene = recordingSource({ id, title, window: 'Terminal', file: path.basename(target) });
  const text = formatScene({ ...(schema !== undefined && { $schema: schema }), ...scene });
  const listed = path.relative(storyFolder, sceneFile).replaceAll(path.sep, '/');
  await writeIntoStory(storyFolder, new Map([[sceneFile, text]]), { scenes: [listed] }, {});
  console.log(`${shortPath(sceneFile)}, a scene that plays it; story.json lists it`);
}

/** The import names the scene after the file, and may write a cast file of its own beside it. */
async function keepScene({ draft, target }: Recording, storyFolder: string, importCast: ImportCast): Promise<void> {
  const folder = path.join(path.dirname(target), `.${path.basename(target, '.cast')}.import`);
  const source = path.join(folder, path.basename(target));
  await mkdir(folder);
  await rename(draft, source);
  let kept = target;
  let isMade = false;
  try {
    await importCast(source, storyFolder);
    isMade = true;
  } finally {
    const folderOfTarget = path.dirname(target);
    if (existsSync(target)) kept = path.join(folderOfTarget, `${freeName(folderOfTarget, `${sceneIdOf(target)} original`)}.cast`);
    await rename(source, kept);
    await rmdir(folder);
    console.log(`${shortPath(kept)} is what was recorded, names and secrets included${isMade ? '; the scene does not need it' : ''}.`);
  }
}
