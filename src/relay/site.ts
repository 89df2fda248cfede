import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeUriSafely } from '../core/decodeUriSafely';
import { INDEX_FILE } from '../core/precache';
import { listFiles } from '../vite/listFiles';

/** Content types by extension. Any other file is offered as a download. */
const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

interface SiteFile {
  readonly body: Buffer;
  readonly type: string;
  readonly cacheControl: string;
}

/**
 * A build in memory, by path below the root. Only a listed path is served, so no request reaches the file system, and a later build does
 * not change what a running talk loads.
 */
export type Site = ReadonlyMap<string, SiteFile>;

/** Loads the files of a build. Symbolic links and names that start with a dot are left out. */
export async function loadSite(dist: string): Promise<Site> {
  const names = (await listFiles(dist)).filter((name) => !name.split('/').some((part) => part.startsWith('.')));
  const entries = await Promise.all(
    names.map(async (name): Promise<readonly [string, SiteFile]> => {
      const cacheControl = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      const type = TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
      return [name.normalize(), { body: await readFile(path.join(dist, name)), type, cacheControl }];
    }),
  );
  return new Map(entries);
}

/** Returns the file that a request asks for; undefined if the build has none there. */
export function findFile(site: Site, url: string): SiteFile | undefined {
  const [place = ''] = url.split(/[?#]/u);
  if (!place.startsWith('/')) return undefined;
  const name = decodeUriSafely(place.slice(1)).normalize();
  return site.get(name === '' ? INDEX_FILE : name);
}
