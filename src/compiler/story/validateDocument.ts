import type { z } from 'zod';
import { toFaults, type Fault } from './fieldProblems';
import { schemas } from './kindSchemas';
import { fieldName, placeOf, placeOfKey, valueAt } from './jsonPath';
import type { Document } from './parseJsonFile';
import { sentence, type Problem } from './problem';
import { nearest } from './closestMatch';
import { describe, expectation, oneOf } from './errorMessages';

/** What a step makes of a file: a value, or what keeps it from one. */
export interface Checked<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

const NOTHING: Checked<never> = { value: undefined, problems: [] };

/** Checks a file against `schema`; a file that is no JSON has been complained of already. */
export function validate<T>(document: Document, schema: z.ZodType<T>): Checked<T> {
  if (!document.body) return NOTHING;
  const result = schema.safeParse(document.value, { error: expectation });
  if (result.success) return { value: result.data, problems: [] };
  return { value: undefined, problems: toFaults(result.error.issues, document.value).map((fault) => complain(document, fault)) };
}

/** Checks a scene against the schema of its kind. */
export function validateScene(document: Document): Checked<unknown> {
  const kind = valueAt(document.value, ['kind']);
  const schema = schemas.get(String(kind));
  if (!document.body || schema) return schema ? validate(document, schema) : NOTHING;
  const isScene = typeof document.value === 'object' && document.value !== null && !Array.isArray(document.value);
  const fault: Fault = isScene
    ? {
        path: ['kind'],
        what: 'value',
        found: describe(kind),
        expected: oneOf([...schemas.keys()]),
        meant: nearest(String(kind), schemas.keys()),
      }
    : { path: [], what: 'type', found: describe(document.value), expected: 'an object' };
  return { value: undefined, problems: [complain(document, fault)] };
}

/** The problem of a fault, at its line and column. */
export function complain({ file, body }: Document, fault: Fault): Problem {
  const { line, column } = fault.what === 'unknown' ? placeOfKey(body, fault.path) : placeOf(body, fault.path);
  return { file, line, column, message: sentence({ ...fault, field: fieldName(fault.path) }) };
}
