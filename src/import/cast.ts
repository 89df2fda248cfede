import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAsciicast } from '../compiler/recording/parseAsciicast';
import { StoryError } from '../compiler/story/problem';
import { recordingSource } from '../kinds/recording/recordingSource';
import { shortPath } from '../project/shortPath';
import type { ImportValues } from './format';
import { formatScene, sceneIdOf, sceneSchemaOf } from './sceneFile';
import { writeFiles, writeIntoStory } from './writeImport';

/** Makes a scene of an asciicast. @throws with a message that says what to do */
export async function run(file: string, storyFolder: string | undefined, { out, force }: ImportValues): Promise<void> {
  const bytes = await readFile(file);
  const { value, problems } = parseAsciicast(file, bytes);
  if (!value) throw new StoryError(problems, [file]);
  const sceneFile = out ?? path.join(storyFolder!, `${sceneIdOf(file)}.json`);
  const id = sceneIdOf(sceneFile);
  const castFile = path.join(path.dirname(sceneFile), `${id}.cast`);
  const schema = await sceneSchemaOf(storyFolder ?? path.dirname(sceneFile));
  const scene = recordingSource({ id, title: id, window: 'Terminal', file: path.basename(castFile) });
  const files = new Map<string, string | Uint8Array>([
    [sceneFile, formatScene({ ...(schema !== undefined && { $schema: schema }), ...scene })],
    [castFile, bytes],
  ]);
  if (out === undefined) await writeIntoStory(storyFolder!, files, { scenes: [path.basename(sceneFile)] }, { force });
  else await writeFiles(files, { force });
  for (const name of files.keys()) console.log(shortPath(name));
}
