/** Returns the folder of a page: `/talks/demo/` for `/talks/demo/index.html`. */
export function folderOf(pathname: string): string {
  return pathname.replace(/[^/]*$/u, '');
}

/** Returns the storage key of `name` for a story in `folder`. Talks in different folders of an origin share nothing. */
export function storageKey(folder: string, story: string, name: string): string {
  return `understudy:${folder}${story}:${name}`;
}

/**
 * Returns the text stored under the key of `name`; null if there is none. Falls back to the key without a folder, which earlier
 * versions used.
 */
export function storedText(storage: { getItem(key: string): string | null }, folder: string, story: string, name: string): string | null {
  return storage.getItem(storageKey(folder, story, name)) ?? storage.getItem(storageKey('', story, name));
}
