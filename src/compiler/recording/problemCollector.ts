import { formatProblemMessage, type ProblemDetails, type Problem } from '../story/problem';

/** Of two recordings in one file. */
export const SECOND_RECORDING = {
  found: 'the start of another recording',
  expected: 'one recording in a file; save what follows as a file of its own, for a scene of its own',
};

/** Collects what is wrong with a recording: each kind of slip once, where it is met first, with how often it is met again. */
export class ProblemCollector {
  readonly #file: string;
  readonly #firstByKind = new Map<
    string,
    { readonly line: number; readonly column: number; readonly complaint: ProblemDetails; more: number }
  >();

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a slip. Those with one `kind` count as one. @param kind what the slips have in common; by default what is expected */
  add(line: number, column: number, complaint: ProblemDetails, kind = complaint.expected): void {
    const same = this.#firstByKind.get(kind);
    if (same) same.more += 1;
    else this.#firstByKind.set(kind, { line, column, complaint, more: 0 });
  }

  /** Whether a slip of this kind has been met. */
  has(kind: string): boolean {
    return this.#firstByKind.has(kind);
  }

  get problems(): readonly Problem[] {
    return [...this.#firstByKind.values()].map(({ line, column, complaint, more }) => ({
      file: this.#file,
      line,
      column,
      message: `${formatProblemMessage(complaint)}${more === 0 ? '' : `; the same in ${more} more ${more === 1 ? 'place' : 'places'}`}`,
    }));
  }
}
