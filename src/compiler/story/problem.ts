import path from 'node:path';
import process from 'node:process';

/** One thing an author has to put right. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Everything that is wrong with a story, all files at once. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
  readonly problems: readonly Problem[];
  /** All files read, for watching. */
  readonly files: readonly string[];

  constructor(problems: readonly Problem[], files: readonly string[]) {
    super(formatProblems(problems));
    this.problems = problems;
    this.files = files;
  }
}

/** Problems that are listed; a file of another format may have hundreds of thousands. */
const MAX_LISTED_PROBLEMS = 100;

/** A line for each of the first {@link MAX_LISTED_PROBLEMS} problems: `file:line:column  message`. */
function formatProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const listed = problems.slice(0, MAX_LISTED_PROBLEMS).map(formatProblem);
  const rest = problems.length > MAX_LISTED_PROBLEMS ? [`… and ${(problems.length - MAX_LISTED_PROBLEMS).toLocaleString('en')} more`] : [];
  return [`The story has ${count}:`, ...listed, ...rest].join('\n');
}

/** `file:line:column  message`, the file named as seen from the working directory, or in full where it is elsewhere. */
export function formatProblem({ file, line, column, message }: Problem): string {
  const relative = path.relative(process.cwd(), file);
  return `${relative.startsWith('..') ? file : relative}:${line}:${column}  ${message}`;
}

/** What a message says of a field: what was found there, what belongs there, and what was perhaps meant. */
export interface ProblemDetails {
  /** The field in the author's words, for example `steps[0].title`; empty for the whole file. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly suggestion?: string | undefined;
}

export function formatProblemMessage({ field, found, expected, suggestion }: ProblemDetails): string {
  const hint = suggestion === undefined ? '' : `. Did you mean ${JSON.stringify(suggestion)}?`;
  return `${field || 'the file'}: found ${found}, expected ${expected}${hint}`;
}
