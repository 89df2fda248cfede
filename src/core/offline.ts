/**
 * The copy of the page that a browser keeps: what its windows and its service worker must agree on. Each version of the
 * page has a store of its own, so files of two versions never meet.
 */

/** Everything one version of the page consists of. */
export interface Copy {
  /** Changes whenever any file does. */
  readonly version: string;
  /** Each file, relative to the page's folder, with its hash as in `integrity`. */
  readonly files: readonly (readonly [file: string, integrity: string])[];
}

/** The page itself, under whatever address it is asked for. */
export const PAGE = 'index.html';

/** What a window says to the version that waits, to let it take over. */
export const TAKE_OVER = 'understudy: take over';

/** What it answers while other stages are open: they may be in the middle of a talk, and need their own version to the end. */
export const IN_USE = 'understudy: in use';

/** Name of the store of one version of the page in the folder `scope`, a whole address that ends with a slash. */
export function storeName(scope: string, version: string): string {
  return `${storePrefix(scope)}${version}`;
}

/** Whether `name` is a store of some version of the page in the folder `scope`: other folders of the origin are not ours. */
export function isStoreOf(scope: string, name: string): boolean {
  return name.startsWith(storePrefix(scope)) && !name.slice(storePrefix(scope).length).includes(' ');
}

/**
 * The file an address asks for, relative to the folder `scope`; undefined for what lies elsewhere. The query holds
 * wishes (`?motion=off`), not another file.
 */
export function fileAt(address: string, scope: string): string | undefined {
  const [place = ''] = address.split(/[?#]/u);
  return place.startsWith(scope) ? place.slice(scope.length) || PAGE : undefined;
}

function storePrefix(scope: string): string {
  return `understudy ${scope} `;
}
