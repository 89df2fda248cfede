import type { Kind } from '../kinds/kind';

interface FieldRule {
  readonly isOptional?: boolean;
  /** What the field must be, in words for the kind's author. */
  readonly expected: string;
  readonly matches: (value: unknown) => boolean;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const FIELDS: Readonly<Record<keyof Kind, FieldRule>> = {
  name: {
    expected: 'a name of small letters, digits and hyphens',
    matches: (value) => typeof value === 'string' && /^[a-z][a-z0-9-]*$/u.test(value),
  },
  schema: { expected: 'a schema of zod 4', matches: (value) => isObject(value) && '_zod' in (value as object) },
  describe: { expected: 'a function', matches: isFunction },
  View: { isOptional: true, expected: 'a React component', matches: (value) => isFunction(value) || isObject(value) },
  compile: { isOptional: true, expected: 'a function', matches: isFunction },
  example: { isOptional: true, expected: 'a scene', matches: isObject },
};

/** Says what is wrong with a kind that a file or a package exports; undefined if nothing is. */
export function kindProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is no object; export the result of defineKind()';
  const kind = value as Readonly<Record<string, unknown>>;
  for (const [field, { isOptional = false, expected, matches }] of Object.entries(FIELDS)) {
    const given = kind[field];
    if (given === undefined ? !isOptional : !matches(given)) return `"${field}" must be ${expected}`;
  }
  const unknown = Object.keys(kind).find((key) => !Object.hasOwn(FIELDS, key));
  return unknown === undefined ? undefined : `it has an unknown field "${unknown}"`;
}
