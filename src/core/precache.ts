/**
 * Names and messages of the offline copy, shared by the page's windows and its service worker. Each version of the page has a cache
 * of its own, so files of two versions are never mixed.
 */
import { decodeUriSafely } from './decodeUriSafely.ts';

/** A file: its path relative to the page's folder, not encoded, and its hash as in the attribute `integrity`. */
type PrecacheEntry = readonly [file: string, integrity: string];

/** Everything one version of the page consists of. */
export interface PrecacheManifest {
  /** Changes whenever any file does. */
  readonly version: string;
  /** Files the page needs; a copy is complete only with all of them. */
  readonly files: readonly PrecacheEntry[];
  /** Other files in the page's folder. A copy contains those that the host serves unchanged. */
  readonly optionalFiles: readonly PrecacheEntry[];
}

/** The page itself, which is served for every address of the folder. */
export const INDEX_FILE = 'index.html';

/** A window's request that the waiting service worker activate. */
export const ACTIVATE_MESSAGE = 'understudy: take over';

/** The service worker's refusal while other stages are open: the version must not change during a talk. */
export const ACTIVATION_REFUSED_MESSAGE = 'understudy: in use';

/** Returns the name of the cache for a version of the page in the folder `scope`, an absolute URL that ends with a slash. */
export function cacheName(scope: string, version: string): string {
  return `${cachePrefix(scope)}${version}`;
}

/** Whether `name` is the cache of any version of the page in `scope`, and not of another folder of the origin. */
export function isCacheOf(scope: string, name: string): boolean {
  return name.startsWith(cachePrefix(scope)) && !name.slice(cachePrefix(scope).length).includes(' ');
}

/** Returns the absolute URL of a file in the folder `scope`, percent-encoded. */
export function fileUrl(file: string, scope: string): string {
  return `${scope}${file.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Returns the file a URL asks for, relative to the folder `scope`; undefined if it lies elsewhere. A folder means its index.html.
 * Query and fragment are ignored.
 */
export function fileForUrl(address: string, scope: string): string | undefined {
  const [place = ''] = address.split(/[?#]/u);
  return place.startsWith(scope) ? decodeUriSafely(place.slice(scope.length)).replace(/(?<=^|\/)$/u, INDEX_FILE) : undefined;
}

/**
 * Returns a function that finds a file of the manifest by its path. Composed and decomposed Unicode both match, since a URL may be
 * typed in one form and the file saved in the other.
 */
export function createFileFinder({ files, optionalFiles }: PrecacheManifest): (file: string) => string | undefined {
  const names = [...files, ...optionalFiles].map(([file]) => file);
  const known = new Map([...names.map((file) => [file.normalize(), file] as const), ...names.map((file) => [file, file] as const)]);
  return (file) => known.get(file) ?? known.get(file.normalize());
}

function cachePrefix(scope: string): string {
  return `understudy ${scope} `;
}
