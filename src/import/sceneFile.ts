import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { asRecord } from '../core/asRecord';
import { formatJson } from '../compiler/story/formatJson';
import { tryParseJson } from '../compiler/story/jsonScanner';

/** As the JSON files of stories are written by hand. */
const LAYOUT = { maxLineWidth: 140, inlineObjects: 'all' } as const;

/** Formats an imported scene or wire file as an author would write it. */
export function formatScene(scene: object): string {
  return `${formatJson(scene, LAYOUT)}\n`;
}

/** Returns where an editor finds the schema of scenes, as the story in `folder` names its own; undefined if it names none. */
export async function sceneSchemaOf(folder: string): Promise<string | undefined> {
  const text = await readFile(path.join(folder, 'story.json'), 'utf8').catch(() => '');
  const schema = asRecord(tryParseJson(text.replace(/^\uFEFF/u, '')))['$schema'];
  return typeof schema === 'string' ? schema.replace('story.schema', 'scene.schema') : undefined;
}

/** Returns an id for a scene: the name of a file in small letters, digits and hyphens. */
export function sceneIdOf(file: string): string {
  const name = path
    .basename(file, path.extname(file))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[^a-z]+|-+$/gu, '');
  return name === '' ? 'session' : name;
}
