import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editorSchemas } from '../compiler/editorSchemas';

/** The folder in a story's folder with the JSON Schemas for its files. */
export const SCHEMA_FOLDER = '.understudy';

/** Writes the JSON Schemas with which editors complete and explain a story's files. Files that are up to date are left alone. */
export async function writeSchemas(storyFolder: string): Promise<void> {
  const folder = path.join(storyFolder, SCHEMA_FOLDER);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(editorSchemas())) {
    const file = path.join(folder, name);
    if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
  }
}

/** Updates the schemas of a story that has some. A folder that cannot be written keeps them as they are. */
export async function updateSchemas(storyFolder: string): Promise<void> {
  if (existsSync(path.join(storyFolder, SCHEMA_FOLDER))) await writeSchemas(storyFolder).catch(() => undefined);
}
