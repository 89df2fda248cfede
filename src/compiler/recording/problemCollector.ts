import type { SourcePosition } from '../story/jsonPath';
import { formatProblemMessage, type ProblemDetails, type Problem } from '../story/problem';

/** The problem of a file with two recordings. */
export const SECOND_RECORDING = {
  found: 'the start of another recording',
  expected: 'one recording in a file; save what follows as a file of its own, for a scene of its own',
};

/** Collects the problems of a recording: each kind once, at its first position, with the number of repetitions. */
export class ProblemCollector {
  readonly #file: string;
  readonly #firstByKind = new Map<string, SourcePosition & { readonly details: ProblemDetails; more: number }>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a problem. Problems of the same `kind` are reported once. @param kind by default the expected value */
  add(line: number, column: number, details: ProblemDetails, kind = details.expected): void {
    const same = this.#firstByKind.get(kind);
    if (same) same.more += 1;
    else this.#firstByKind.set(kind, { line, column, details, more: 0 });
  }

  has(kind: string): boolean {
    return this.#firstByKind.has(kind);
  }

  get problems(): readonly Problem[] {
    return [...this.#firstByKind.values()].map(({ line, column, details, more }) => ({
      file: this.#file,
      line,
      column,
      message: `${formatProblemMessage(details)}${more === 0 ? '' : `; the same in ${more} more ${more === 1 ? 'place' : 'places'}`}`,
    }));
  }
}
