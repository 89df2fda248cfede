import type { Option } from 'commander';

/** A format of `understudy import`; the file with its name exports {@link RunImport} as `run`. */
export interface ImportFormat {
  /** One line for the list of formats. */
  readonly summary: string;
  readonly options: readonly Option[];
}

/** The options that every import has. */
export interface ImportValues {
  /** Where to write the scene alone. The story is then left as it is. */
  readonly out?: string | undefined;
  /** Whether files that exist may be replaced. */
  readonly force?: boolean | undefined;
}

/**
 * Makes a part of a story from a file. `storyFolder` is undefined if only `out` is written and no folder was named.
 * @throws with a message that says what to do
 */
export type RunImport = (file: string, storyFolder: string | undefined, values: ImportValues) => Promise<void>;
