import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { INDEX_FILE, type PrecacheManifest } from '../core/precache.ts';

/** Files a copy of the page does without: the worker itself, what only other sites ask for, what hides from hosts. */
const EXCLUDED_FILES = /(?:^|\/)\.|^(?:sw\.js|standalone\.html|assets\/card-[^/]*\.png)$/u;

/**
 * What a browser keeps of the page built into `dist`, to play it without a network. The page and its assets are among
 * the files `built` by the bundler; everything else (icons, `public/`, files that tell the host what to do) is an extra.
 */
export async function createPrecacheManifest(dist: string, built: ReadonlySet<string>): Promise<PrecacheManifest> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => !EXCLUDED_FILES.test(name))
    .sort();
  const hashed = await Promise.all(
    names.map(async (name) => [name, `sha256-${hash(await readFile(path.join(dist, name)), 'base64')}`] as const),
  );
  const isNeeded = (name: string): boolean => name === INDEX_FILE || (name.startsWith('assets/') && built.has(name));
  const [files, extras] = [hashed.filter(([name]) => isNeeded(name)), hashed.filter(([name]) => !isNeeded(name))];
  return { version: hash(JSON.stringify([files, extras]), 'hex').slice(0, 12), files, optionalFiles: extras };
}

function hash(content: string | Uint8Array, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(content).digest(encoding);
}
