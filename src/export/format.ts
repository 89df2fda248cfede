import type { Option } from 'commander';

/** A format of `understudy export`; the file with its name exports {@link RunExport} as `run`. */
export interface ExportFormat {
  /** One line for the list of formats. */
  readonly summary: string;
  readonly options: readonly Option[];
}

/** Writes the files of a story with the values of the options. @throws with a message that says what to do */
export type RunExport = (storyFolder: string, values: object) => Promise<void>;
