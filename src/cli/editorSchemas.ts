import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadConfig } from '../config/loadConfig';
import type { Extensions } from '../compiler/compileStory';
import { loadExtensions } from '../config/loadExtensions';
import { editorSchemas } from '../compiler/editorSchemas';

/** The folder in a story's folder with the JSON Schemas for its files. */
export const SCHEMA_FOLDER = '.understudy';

/** Writes the JSON Schemas with which editors complete and explain a story's files. Files that are up to date are left alone. */
export async function writeSchemas(storyFolder: string, own?: Extensions): Promise<void> {
  const folder = path.join(storyFolder, SCHEMA_FOLDER);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(editorSchemas(own))) {
    const file = path.join(folder, name);
    if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
  }
}

/**
 * Updates the schemas of a story that has some, or kinds of its own. A folder that cannot be written keeps them as they are; mistakes in
 * the configuration or a kind are reported when the story is compiled.
 */
export async function updateSchemas(storyFolder: string): Promise<void> {
  try {
    const { config } = await loadConfig(storyFolder);
    const own = await loadExtensions(config, storyFolder);
    const isExtended = own.kinds.length + own.blocks.length > 0;
    if (isExtended || existsSync(path.join(storyFolder, SCHEMA_FOLDER))) await writeSchemas(storyFolder, own);
  } catch {
    // The folder is read-only, or compiling the story reports the mistake.
  }
}
