import { folderOf, storageKey, storedText } from '../core/storage';

/** What a browser keeps for us, where it does: private windows, full disks and file:// may refuse, and nothing may break. */
export interface KeyValueStore {
  read(name: string): unknown;
  /** Whether it was kept. */
  write(name: string, value: unknown): boolean;
  /** Calls `listener` after another window has changed what is kept under `name`. Returns a cleanup function. */
  watch(name: string, listener: () => void): () => void;
}

/** `open` gets the storage, which throws where the browser forbids it. */
function createStore(open: () => Storage, story: string): KeyValueStore {
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
      // A key of null: another window has cleared everything.
      const onStorage = ({ key }: StorageEvent): void => {
        if (key === storageKey(folder(), story, name) || key === null) listener();
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

/** Kept until somebody clears it: settings, rehearsals. */
export function openLocalStore(story: string): KeyValueStore {
  return createStore(() => localStorage, story);
}

/** Kept as long as the tab: which session this is, when the talk began. */
export function openSessionStore(story: string): KeyValueStore {
  return createStore(() => sessionStorage, story);
}
