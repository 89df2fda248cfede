/**
 * The copy of the page that a browser keeps: what its windows and its service worker must agree on. Each version of the
 * page has a store of its own, so files of two versions never meet.
 */

/** A file by its path, relative to the page's folder and as it is on disk, with its hash as in `integrity`. */
type PrecacheEntry = readonly [file: string, integrity: string];

/** Everything one version of the page consists of. */
export interface PrecacheManifest {
  /** Changes whenever any file does. */
  readonly version: string;
  /** What the page plays from: a copy has all of these. */
  readonly files: readonly PrecacheEntry[];
  /** What else lies beside the page: a copy has those that the host serves as they were built. */
  readonly optionalFiles: readonly PrecacheEntry[];
}

/** The page itself, under whatever address it is asked for. */
export const INDEX_FILE = 'index.html';

/** What a window says to the version that waits, to let it take over. */
export const ACTIVATE_MESSAGE = 'understudy: take over';

/** What it answers while other stages are open: they may be in the middle of a talk, and need their own version to the end. */
export const ACTIVATION_REFUSED_MESSAGE = 'understudy: in use';

/** Name of the store of one version of the page in the folder `scope`, a whole address that ends with a slash. */
export function cacheName(scope: string, version: string): string {
  return `${cachePrefix(scope)}${version}`;
}

/** Whether `name` is a store of some version of the page in the folder `scope`: other folders of the origin are not ours. */
export function isCacheOf(scope: string, name: string): boolean {
  return name.startsWith(cachePrefix(scope)) && !name.slice(cachePrefix(scope).length).includes(' ');
}

/** The whole address of a file in the folder `scope`. Any character may stand in a file's name: each is encoded as a URL has it. */
export function fileUrl(file: string, scope: string): string {
  return `${scope}${file.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * The file an address asks for, relative to the folder `scope`; undefined for what lies elsewhere. A folder stands for its
 * index.html, as on every host. The query holds wishes (`?motion=off`), not another file.
 */
export function fileForUrl(address: string, scope: string): string | undefined {
  const [place = ''] = address.split(/[?#]/u);
  return place.startsWith(scope) ? decodePath(place.slice(scope.length)).replace(/(?<=^|\/)$/u, INDEX_FILE) : undefined;
}

/**
 * Returns a function that finds a file of `copy` by a path. Of two ways to write an accented letter in Unicode, either
 * finds it: an address may be typed in one and the file saved in the other.
 */
export function createFileFinder({ files, optionalFiles }: PrecacheManifest): (file: string) => string | undefined {
  const names = [...files, ...optionalFiles].map(([file]) => file);
  const known = new Map([...names.map((file) => [file.normalize(), file] as const), ...names.map((file) => [file, file] as const)]);
  return (file) => known.get(file) ?? known.get(file.normalize());
}

/** The characters of a percent-encoded path; the path itself where it is not encoded rightly. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function cachePrefix(scope: string): string {
  return `understudy ${scope} `;
}
