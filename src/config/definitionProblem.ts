import type { OwnBlock } from '../schema/ownBlock';
import type { Kind } from '../kinds/kind';

interface FieldRule {
  readonly isOptional?: boolean;
  /** What the field must be, for the message. */
  readonly expected: string;
  readonly matches: (value: unknown) => boolean;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const NAME: FieldRule = {
  expected: 'a name of small letters, digits and hyphens',
  matches: (value) => typeof value === 'string' && /^[a-z][a-z0-9-]*$/u.test(value),
};
const SCHEMA: FieldRule = { expected: 'a schema of zod 4', matches: (value) => isObject(value) && '_zod' in (value as object) };
const FUNCTION: FieldRule = { expected: 'a function', matches: isFunction };
const EXAMPLE: FieldRule = { isOptional: true, expected: 'an object', matches: isObject };

const KIND_FIELDS: Readonly<Record<keyof Kind, FieldRule>> = {
  name: NAME,
  schema: SCHEMA,
  describe: FUNCTION,
  View: { isOptional: true, expected: 'a React component', matches: (value) => isFunction(value) || isObject(value) },
  compile: { ...FUNCTION, isOptional: true },
  example: EXAMPLE,
};

const BLOCK_FIELDS: Readonly<Record<keyof OwnBlock, FieldRule>> = { type: NAME, schema: SCHEMA, expand: FUNCTION, example: EXAMPLE };

/** Returns the first problem of a kind that a file or a package exports; undefined if it is valid. */
export function kindProblem(value: unknown): string | undefined {
  return definitionProblem(value, KIND_FIELDS, 'defineKind()');
}

/** Returns the first problem of a block that a file or a package exports; undefined if it is valid. */
export function blockProblem(value: unknown): string | undefined {
  return definitionProblem(value, BLOCK_FIELDS, 'defineBlock()');
}

function definitionProblem(value: unknown, fields: Readonly<Record<string, FieldRule>>, define: string): string | undefined {
  if (!isObject(value)) return `it is no object; export the result of ${define}`;
  const definition = value as Readonly<Record<string, unknown>>;
  for (const [field, { isOptional = false, expected, matches }] of Object.entries(fields)) {
    const given = definition[field];
    if (given === undefined ? !isOptional : !matches(given)) return `"${field}" must be ${expected}`;
  }
  const unknown = Object.keys(definition).find((key) => !Object.hasOwn(fields, key));
  return unknown === undefined ? undefined : `it has an unknown field "${unknown}"`;
}
