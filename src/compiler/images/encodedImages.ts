import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeImage, type EncodeOptions } from './encodeImage';
import type { Sharp } from './loadSharp';

/** Part of the key: files that an earlier version of {@link encodeImage} made are not used. */
const VERSION = 3;

/** Results in memory, for the next compilation by the dev server. */
const MAX_IN_MEMORY = 200;
const inMemory = new Map<string, Promise<Buffer>>();

/** Days without a change of the picture after which its file in the cache is removed. */
const MAX_AGE_DAYS = 60;

/** The same as {@link encodeImage}. Encodes a file once: results are in memory, and in the project's cache folder if it has one. */
export function encodedImage(sharp: Sharp, bytes: Buffer, options: EncodeOptions, storyFolder: string): Promise<Buffer> {
  const settings = JSON.stringify([VERSION, sharp.versions['sharp'], options]);
  const key = createHash('sha256').update(settings).update(bytes).digest('hex');
  const known = inMemory.get(key);
  if (known) return known;
  const result = loadOrEncode(sharp, bytes, options, path.join(cacheFolder(storyFolder) ?? '', key));
  inMemory.set(key, result);
  result.catch(() => inMemory.delete(key));
  for (const oldest of inMemory.keys()) if (inMemory.size > MAX_IN_MEMORY) inMemory.delete(oldest);
  return result;
}

async function loadOrEncode(sharp: Sharp, bytes: Buffer, options: EncodeOptions, file: string): Promise<Buffer> {
  const isCached = path.dirname(file) !== '.';
  const cached = isCached ? await readFile(file).catch(() => undefined) : undefined;
  // A file without content is what a full or failing disk left.
  if (cached && cached.length > 0) return cached;
  const encoded = await encodeImage(sharp, bytes, options);
  // A cache that cannot be written, in a folder that is read-only, is no reason to fail.
  if (isCached) await store(file, encoded).catch(() => undefined);
  return encoded;
}

/** Writes a file whole or not at all, and removes old ones. */
async function store(file: string, content: Buffer): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const draft = `${file}-${randomUUID()}`;
  await writeFile(draft, content);
  await rename(draft, file);
  const limit = Date.now() - MAX_AGE_DAYS * 24 * 60 * 60 * 1000;
  for (const name of await readdir(folder)) {
    const other = path.join(folder, name);
    if ((await stat(other)).mtimeMs < limit) await rm(other, { force: true });
  }
}

/** Returns the cache folder in the nearest node_modules of a folder or those that contain it; undefined if there is none. */
function cacheFolder(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const modules = path.join(at, 'node_modules');
    if (existsSync(modules)) return path.join(modules, '.cache/understudy/pictures');
    if (path.dirname(at) === at) return undefined;
  }
}
