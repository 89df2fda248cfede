import type { z } from 'zod';
import { maxOf } from '../../core/maxOf';
import { valueAt, type JsonPath } from './jsonPath';
import { closestMatch } from './closestMatch';
import { describeValue, joinWithConjunction, formatOptions } from './errorMessages';

export type ZodIssue = z.core.$ZodIssue;

/** What is wrong with one field, before it is known where in the file the field stands. */
export interface FieldProblem {
  readonly path: JsonPath;
  /** `unknown` is about the key at the end of the path, all others about the value there. */
  readonly code: 'unknown' | 'missing' | 'type' | 'value';
  readonly found: string;
  readonly expected: string;
  readonly suggestion?: string | undefined;
}

/** The faults in `data` behind the validator's issues; of the branches of a union, those of the one the author meant. */
export function toFieldProblems(issues: readonly ZodIssue[], data: unknown): readonly FieldProblem[] {
  const faults = issues.flatMap((issue) => fieldProblemsOfIssue(issue, data));
  const misspelledKeys = faults.filter((fault) => fault.code === 'unknown' && fault.suggestion !== undefined);
  const isMisspelled = ({ path }: FieldProblem) =>
    misspelledKeys.some((slip) => isSamePath(path, [...slip.path.slice(0, -1), slip.suggestion!]));
  return faults.filter((fault) => fault.code !== 'missing' || !isMisspelled(fault));
}

function fieldProblemsOfIssue(issue: ZodIssue, data: unknown): readonly FieldProblem[] {
  const { path, message: expected } = issue;
  const value = valueAt(data, path);
  const what = value === undefined ? 'missing' : issue.code === 'invalid_type' ? 'type' : 'value';
  const fault: FieldProblem = { path, code: what, found: describeValue(value), expected };

  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKeyProblem([...path, key], JSON.parse(expected) as string[], value));
  if (issue.code === 'invalid_value') return [{ ...fault, suggestion: suggestString(value, issue.values) }];
  if (issue.code !== 'invalid_union') return [fault];
  if (issue.errors.length === 0) return [{ ...fault, suggestion: suggestString(value, ('options' in issue && issue.options) || []) }];
  const branches = issue.errors.map((branch) => branch.map((each) => ({ ...each, path: [...path, ...each.path] })));
  return bestMatchingBranch(
    fault,
    branches.map((branch) => toFieldProblems(branch, data)),
  );
}

function unknownKeyProblem(path: JsonPath, known: readonly string[], parent: unknown): FieldProblem {
  // A key that is there already was not meant: it would be there twice.
  const free = known.filter((key) => valueAt(parent, [key]) === undefined);
  return { path, code: 'unknown', found: 'an unknown key', expected: formatOptions(known), suggestion: suggestString(path.at(-1), free) };
}

function suggestString(value: unknown, names: readonly unknown[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  return closestMatch(
    value,
    names.filter((name) => typeof name === 'string'),
  );
}

/** The faults of the branch that fits best: of the right type first, then with the fewest keys missing or unknown. */
function bestMatchingBranch(union: FieldProblem, branches: readonly (readonly FieldProblem[])[]): readonly FieldProblem[] {
  const typeMismatch = (faults: readonly FieldProblem[]) =>
    faults.find(({ code, path }) => (code === 'type' || code === 'missing') && isSamePath(path, union.path));
  const fitting = branches.filter((faults) => !typeMismatch(faults));
  if (fitting.length === 0) {
    const expected = branches.map((faults) => typeMismatch(faults)?.expected ?? '');
    return [{ ...union, code: union.code === 'missing' ? 'missing' : 'type', expected: joinWithConjunction([...new Set(expected)], 'or') }];
  }
  const keyProblems = (faults: readonly FieldProblem[]) => faults.filter((fault) => isKeyProblem(fault, union.path));
  const fewestProblems = -maxOf(fitting.map((faults) => -keyProblems(faults).length));
  const best = fitting.filter((faults) => keyProblems(faults).length === fewestProblems).toSorted((a, b) => a.length - b.length);
  return fewestProblems === 0 || best.length === 1 ? best[0]! : ambiguousBranches(union, best.map(keyProblems));
}

/** Several branches fit equally well: what all complain of, and the keys that would decide between them. */
function ambiguousBranches(union: FieldProblem, branches: readonly (readonly FieldProblem[])[]): readonly FieldProblem[] {
  const isCommon = (fault: FieldProblem) =>
    branches.every((faults) => faults.some((each) => each.code === fault.code && isSamePath(each.path, fault.path)));
  const own = branches.flat().filter((fault) => !isCommon(fault));
  const keys = [...new Set(own.map((fault) => JSON.stringify(fault.path.at(-1))))];
  const tooMany = own.some((fault) => fault.code === 'unknown');
  return [
    ...branches[0]!.filter(isCommon),
    { ...union, expected: tooMany ? `only one of ${joinWithConjunction(keys, 'and')}` : `either ${joinWithConjunction(keys, 'or')}` },
  ];
}

/** Whether a key of the object at `path` is missing or unknown. */
function isKeyProblem({ code, path }: FieldProblem, parent: JsonPath): boolean {
  return (code === 'missing' || code === 'unknown') && isSamePath(path.slice(0, -1), parent);
}

function isSamePath(a: JsonPath, b: JsonPath): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
