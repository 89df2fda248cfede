import type { z } from 'zod';
import { maxOf } from '../../core/maxOf';
import { stepFields } from '../../schema/scene';
import { valueAt, type JsonPath } from './jsonPath';
import { closestMatch } from '../../core/closestMatch';
import { describeValue, joinWithConjunction, formatOptions } from './errorMessages';

export type ZodIssue = z.core.$ZodIssue;

/** What is wrong with one field; {@link toProblem} adds its position in the file. */
export interface FieldProblem {
  readonly path: JsonPath;
  /** `unknown` is about the key at the end of the path; all others are about the value there. @default 'value' */
  readonly code?: 'unknown' | 'missing' | 'type' | 'value';
  readonly found: string;
  readonly expected: string;
  readonly suggestion?: string | undefined;
}

/** Converts the validator's issues to problems of `data`; of a union, only those of the branch that fits `data` best. */
export function toFieldProblems(issues: readonly ZodIssue[], data: unknown): readonly FieldProblem[] {
  const problems = issues.flatMap((issue) => fieldProblemsOfIssue(issue, data));
  const misspelledKeys = problems.filter((problem) => problem.code === 'unknown' && problem.suggestion !== undefined);
  const isMisspelled = ({ path }: FieldProblem) =>
    misspelledKeys.some((key) => isSamePath(path, [...key.path.slice(0, -1), key.suggestion!]));
  return problems.filter((problem) => problem.code !== 'missing' || !isMisspelled(problem));
}

function fieldProblemsOfIssue(issue: ZodIssue, data: unknown): readonly FieldProblem[] {
  const { path, message: expected } = issue;
  const value = valueAt(data, path);
  const code = value === undefined ? 'missing' : issue.code === 'invalid_type' ? 'type' : 'value';
  const problem: FieldProblem = { path, code, found: describeValue(value), expected };

  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKeyProblem([...path, key], JSON.parse(expected) as string[], value));
  if (issue.code === 'invalid_value') return [{ ...problem, suggestion: suggestString(value, issue.values) }];
  if (issue.code === 'custom')
    return [{ ...problem, suggestion: suggestString(value, (issue.params?.['options'] as string[] | undefined) ?? []) }];
  if (issue.code !== 'invalid_union') return [problem];
  if (issue.errors.length === 0) return [{ ...problem, suggestion: suggestString(value, ('options' in issue && issue.options) || []) }];
  const branches = issue.errors.map((branch) => branch.map((each) => ({ ...each, path: [...path, ...each.path] })));
  return bestMatchingBranch(
    problem,
    branches.map((branch) => toFieldProblems(branch, data)),
  );
}

function unknownKeyProblem(path: JsonPath, known: readonly string[], parent: unknown): FieldProblem {
  // Never suggests a key that the object has already.
  const name = String(path.at(-1));
  const belongs = name in stepFields && !known.includes(name) ? `; ${JSON.stringify(name)} belongs to a step, inside "steps"` : '';
  const free = known.filter((key) => valueAt(parent, [key]) === undefined);
  return {
    path,
    code: 'unknown',
    found: 'an unknown key',
    expected: `${formatOptions(known)}${belongs}`,
    suggestion: belongs ? undefined : suggestString(name, free),
  };
}

function suggestString(value: unknown, names: readonly unknown[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  return closestMatch(
    value,
    names.filter((name) => typeof name === 'string'),
  );
}

/** Returns the problems of the branch that fits best: of the right type first, then with the fewest keys missing or unknown. */
function bestMatchingBranch(union: FieldProblem, branches: readonly (readonly FieldProblem[])[]): readonly FieldProblem[] {
  const typeMismatch = (problems: readonly FieldProblem[]) =>
    problems.find(({ code, path }) => (code === 'type' || code === 'missing') && isSamePath(path, union.path));
  const fitting = branches.filter((problems) => !typeMismatch(problems));
  if (fitting.length === 0) {
    // A branch may be a union itself: "a text or a list".
    const expected = branches.flatMap((problems) => typeMismatch(problems)?.expected.split(/, | or /u) ?? []);
    return [{ ...union, code: union.code === 'missing' ? 'missing' : 'type', expected: joinWithConjunction([...new Set(expected)], 'or') }];
  }
  const keyProblems = (problems: readonly FieldProblem[]) => problems.filter((problem) => isKeyProblem(problem, union.path));
  const fewestProblems = -maxOf(fitting.map((problems) => -keyProblems(problems).length));
  const best = fitting.filter((problems) => keyProblems(problems).length === fewestProblems).toSorted((a, b) => a.length - b.length);
  return fewestProblems === 0 || best.length === 1 ? best[0]! : ambiguousBranches(union, best.map(keyProblems));
}

/** Returns the problems that equally fitting branches share, and one that names the keys in which the branches differ. */
function ambiguousBranches(union: FieldProblem, branches: readonly (readonly FieldProblem[])[]): readonly FieldProblem[] {
  const isCommon = ({ code, path }: FieldProblem) =>
    branches.every((problems) => problems.some((each) => each.code === code && isSamePath(each.path, path)));
  const own = branches.flat().filter((problem) => !isCommon(problem));
  const keys = [...new Set(own.map(({ path }) => JSON.stringify(path.at(-1))))];
  const tooMany = own.some(({ code }) => code === 'unknown');
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
