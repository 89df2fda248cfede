import type { z } from 'zod';
import { withFilledTexts } from '../../schema/markdown';
import { describeExpected } from './errorMessages';
import { toFieldProblems } from './fieldProblems';
import type { JsonPath } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { toProblem } from './toProblem';

/** The result of a build step for one file: a value, or undefined with the problems that prevented it. */
export interface CompileResult<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/** Validates a file with `schema`. Reports nothing for a file that is not JSON: the document has that problem already. */
export function validateDocument<T>(document: JsonDocument, schema: z.ZodType<T>): CompileResult<T> {
  return document.body ? validateValue(document, schema, document.value, []) : { value: undefined, problems: [] };
}

/** Validates a value of a file, which is at `path`. */
export function validateValue<T>(document: JsonDocument, schema: z.ZodType<T>, value: unknown, path: JsonPath): CompileResult<T> {
  const result = withFilledTexts(document.filledTexts, () => schema.safeParse(value, { error: describeExpected }));
  if (result.success) return { value: result.data, problems: [] };
  const problems = toFieldProblems(result.error.issues, value).map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
  return { value: undefined, problems: problems.map((problem) => toProblem(document, problem)) };
}
