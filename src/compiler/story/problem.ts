import path from 'node:path';
import process from 'node:process';
import type { SourcePosition } from './jsonPath';

/** One error in a story file that its author must fix. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** All problems of a story, from all its files. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
  readonly problems: readonly Problem[];
  /** The files that were read; a dev server watches them. */
  readonly files: readonly string[];

  /** @param subject what has the problems */
  constructor(problems: readonly Problem[], files: readonly string[], subject: 'story' | 'recording' = 'story') {
    super(formatProblems(problems, subject));
    this.problems = problems;
    this.files = files;
  }
}

/** The message lists this many problems at most: a file in another format may have hundreds of thousands. */
const MAX_LISTED_PROBLEMS = 100;

function formatProblems(problems: readonly Problem[], subject: string): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const listed = problems.slice(0, MAX_LISTED_PROBLEMS).map(formatProblem);
  const rest = problems.length > MAX_LISTED_PROBLEMS ? [`… and ${(problems.length - MAX_LISTED_PROBLEMS).toLocaleString('en')} more`] : [];
  return [`The ${subject} has ${count}:`, ...listed, ...rest].join('\n');
}

/** Returns `file:line:column  message`. The path is relative to the working directory; files outside of it have absolute paths. */
export function formatProblem({ file, line, column, message }: Problem): string {
  const relative = path.relative(process.cwd(), file);
  return `${relative.startsWith('..') ? file : relative}:${line}:${column}  ${message}`;
}

/** The parts of a problem's message. */
export interface ProblemDetails {
  /** Path of the field, for example `steps[0].title`; empty for the whole file. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  /** What the author probably meant. */
  readonly suggestion?: string | undefined;
}

/** A problem whose file the caller knows. */
export type PositionedProblem = Omit<Problem, 'file'>;

/** Returns a problem of the whole file, unless `details` name a field. */
export function problemAt(
  { line, column }: SourcePosition,
  details: Partial<ProblemDetails> & Omit<ProblemDetails, 'field'>,
): PositionedProblem {
  return { line, column, message: formatProblemMessage({ field: '', ...details }) };
}

export function formatProblemMessage({ field, found, expected, suggestion }: ProblemDetails): string {
  const hint = suggestion === undefined ? '' : `. Did you mean ${JSON.stringify(suggestion)}?`;
  return `${field || 'the file'}: found ${found}, expected ${expected}${hint}`;
}
