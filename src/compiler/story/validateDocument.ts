import type { z } from 'zod';
import { toFieldProblems, type FieldProblem } from './fieldProblems';
import { kindSchemas } from './kindSchemas';
import { formatPath, sourcePositionOf, sourcePositionOfKey, valueAt } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import { formatProblemMessage, type Problem } from './problem';
import { closestMatch } from './closestMatch';
import { describeValue, describeExpected, formatOptions } from './errorMessages';

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

/** Checks a scene against the schema of its kind. */
export function validateScene(document: JsonDocument): CompileResult<unknown> {
  const kind = valueAt(document.value, ['kind']);
  const schema = kindSchemas.get(String(kind));
  if (!document.body || schema) return schema ? validateDocument(document, schema) : EMPTY_RESULT;
  const isScene = typeof document.value === 'object' && document.value !== null && !Array.isArray(document.value);
  const problem: FieldProblem = isScene
    ? {
        path: ['kind'],
        code: 'value',
        found: describeValue(kind),
        expected: formatOptions([...kindSchemas.keys()]),
        suggestion: closestMatch(String(kind), kindSchemas.keys()),
      }
    : { path: [], code: 'type', found: describeValue(document.value), expected: 'an object' };
  return { value: undefined, problems: [toProblem(document, problem)] };
}

/** The problem of a fault, at its line and column. */
export function toProblem({ file, body }: JsonDocument, fault: FieldProblem): Problem {
  const { line, column } = fault.code === 'unknown' ? sourcePositionOfKey(body, fault.path) : sourcePositionOf(body, fault.path);
  return { file, line, column, message: formatProblemMessage({ ...fault, field: formatPath(fault.path) }) };
}
