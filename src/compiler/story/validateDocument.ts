import type { z } from 'zod';
import { describeExpected } from './errorMessages';
import { toFieldProblems } from './fieldProblems';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { toProblem } from './toProblem';

/** What a step makes of a file: a value, or what keeps it from one. */
export interface CompileResult<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

const EMPTY_RESULT: CompileResult<never> = { value: undefined, problems: [] };

/** Checks a file against `schema`; a file that is no JSON has been complained of already. */
export function validateDocument<T>(document: JsonDocument, schema: z.ZodType<T>): CompileResult<T> {
  if (!document.body) return EMPTY_RESULT;
  const result = schema.safeParse(document.value, { error: describeExpected });
  if (result.success) return { value: result.data, problems: [] };
  return { value: undefined, problems: toFieldProblems(result.error.issues, document.value).map((fault) => toProblem(document, fault)) };
}
