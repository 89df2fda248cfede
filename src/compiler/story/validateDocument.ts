import type { z } from 'zod';
import { withFilledTexts } from '../../schema/markdown';
import { describeExpected } from './errorMessages';
import { toFieldProblems } from './fieldProblems';
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
  if (!document.body) return { value: undefined, problems: [] };
  const result = withFilledTexts(document.filledTexts, () => schema.safeParse(document.value, { error: describeExpected }));
  if (result.success) return { value: result.data, problems: [] };
  return {
    value: undefined,
    problems: toFieldProblems(result.error.issues, document.value).map((problem) => toProblem(document, problem)),
  };
}
