import type { FieldProblem } from './fieldProblems';
import { formatPath, sourcePositionOf, sourcePositionOfKey } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import { formatProblemMessage, type Problem } from './problem';

/** Adds the file, line and column to the problem of a field. */
export function toProblem({ file, body }: JsonDocument, problem: FieldProblem): Problem {
  const { line, column } = problem.code === 'unknown' ? sourcePositionOfKey(body, problem.path) : sourcePositionOf(body, problem.path);
  return { file, line, column, message: formatProblemMessage({ ...problem, field: formatPath(problem.path) }) };
}
