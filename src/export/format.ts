/** A way to take the demo along: `npm run export -- <name> [options]`. */
export interface ExportFormat {
  /** One line for the list of formats. */
  readonly summary: string;
  /** The options, a line each. */
  readonly usage: string;
  /** Writes the file or files. @throws with a sentence that says what to do */
  run(args: readonly string[]): Promise<void>;
}
