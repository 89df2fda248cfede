import { folderOf, storageKey, storedText } from '../core/storage';

/** Web Storage for one story, as JSON. Never throws: private windows, full disks and `file://` may refuse. */
export interface KeyValueStore {
  /** Returns null if nothing is stored. */
  read(name: string): unknown;
  /** Returns whether `value` was stored. */
  write(name: string, value: unknown): boolean;
  /** Calls `listener` after another window has changed the value of `name`. Returns a cleanup function. */
  watch(name: string, listener: () => void): () => void;
}

/** `open` returns the storage, or throws where the browser forbids it. */
function createKeyValueStore(open: () => Storage, story: string): KeyValueStore {
  const folder = (): string => folderOf(location.pathname);
  return {
    read: (name) => {
      try {
        return JSON.parse(storedText(open(), folder(), story, name) ?? 'null') as unknown;
      } catch {
        return null;
      }
    },
    write: (name, value) => {
      try {
        open().setItem(storageKey(folder(), story, name), JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    watch: (name, listener) => {
      // The key is null when another window has cleared the storage.
      const onStorage = ({ key }: StorageEvent): void => {
        if (key === storageKey(folder(), story, name) || key === null) listener();
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

/** Opens storage that lasts until it is cleared: settings, rehearsals. */
export function openLocalStore(story: string): KeyValueStore {
  return createKeyValueStore(() => localStorage, story);
}

/** Opens storage that lasts as long as the tab: session, start of the talk, leadership claim. */
export function openSessionStore(story: string): KeyValueStore {
  return createKeyValueStore(() => sessionStorage, story);
}
