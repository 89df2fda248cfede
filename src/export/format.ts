/** A format of `npm run export -- <format> [options]`. */
export interface ExportFormat {
  /** One line for the list of formats. */
  readonly summary: string;
  /** The options, one per line. */
  readonly usage: string;
  /** Writes the file or files. @throws with a message that says what to do */
  run(args: readonly string[]): Promise<void>;
}
