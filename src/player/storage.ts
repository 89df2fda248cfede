/** What a browser keeps for us, where it does: private windows, full disks and file:// may refuse, and nothing may break. */
export interface Shelf {
  read(name: string): unknown;
  /** Whether it was kept. */
  write(name: string, value: unknown): boolean;
  /** Calls `listener` after another window has changed what is kept under `name`. Returns a cleanup function. */
  watch(name: string, listener: () => void): () => void;
}

function shelfOn(open: () => Storage, prefix: string): Shelf {
  return {
    read: (name) => {
      try {
        return JSON.parse(open().getItem(`${prefix}:${name}`) ?? 'null') as unknown;
      } catch {
        return null;
      }
    },
    write: (name, value) => {
      try {
        open().setItem(`${prefix}:${name}`, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    watch: (name, listener) => {
      // A key of null: another window has cleared everything.
      const onStorage = ({ key }: StorageEvent): void => {
        if (key === `${prefix}:${name}` || key === null) listener();
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

/** Kept until somebody clears it: settings, rehearsals. Stories on one origin do not share. */
export function lastingShelf(story: string): Shelf {
  return shelfOn(() => localStorage, `understudy:${story}`);
}

/** Kept as long as the tab: which session this is, when the talk began. */
export function tabShelf(story: string): Shelf {
  return shelfOn(() => sessionStorage, `understudy:${story}`);
}
