import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { INDEX_FILE, type PrecacheManifest } from '../core/precache.ts';
import { listFiles } from './listFiles.ts';

/** Not stored: the service worker itself, files that only other sites request, hidden files. */
const EXCLUDED_FILES = /(?:^|\/)\.|^(?:sw\.js|element\.js|standalone\.html|assets\/card-[^/]*\.png)$/u;

/**
 * Lists the files in `dist` that the service worker stores. The page and its assets, which the bundler has `built`, are needed;
 * everything else (icons, files of `public/`) is optional.
 */
export async function createPrecacheManifest(dist: string, built: ReadonlySet<string>): Promise<PrecacheManifest> {
  const names = (await listFiles(dist)).filter((name) => !EXCLUDED_FILES.test(name)).sort();
  const hashed = await Promise.all(
    names.map(async (name) => [name, `sha256-${hash(await readFile(path.join(dist, name)), 'base64')}`] as const),
  );
  const isNeeded = (name: string): boolean => name === INDEX_FILE || (name.startsWith('assets/') && built.has(name));
  const files = hashed.filter(([name]) => isNeeded(name));
  const optionalFiles = hashed.filter(([name]) => !isNeeded(name));
  return { version: hash(JSON.stringify([files, optionalFiles]), 'hex').slice(0, 12), files, optionalFiles };
}

function hash(content: string | Uint8Array, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(content).digest(encoding);
}
