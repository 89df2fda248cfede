import type { z } from 'zod';
import { largest } from '../../core/maxOf';
import { valueAt, type Path } from './jsonPath';
import { nearest } from './closestMatch';
import { describe, join, oneOf } from './errorMessages';

export type Issue = z.core.$ZodIssue;

/** What is wrong with one field, before it is known where in the file the field stands. */
export interface Fault {
  readonly path: Path;
  /** `unknown` is about the key at the end of the path, all others about the value there. */
  readonly what: 'unknown' | 'missing' | 'type' | 'value';
  readonly found: string;
  readonly expected: string;
  readonly meant?: string | undefined;
}

/** The faults in `data` behind the validator's issues; of the branches of a union, those of the one the author meant. */
export function toFaults(issues: readonly Issue[], data: unknown): readonly Fault[] {
  const faults = issues.flatMap((issue) => toFault(issue, data));
  const slips = faults.filter((fault) => fault.what === 'unknown' && fault.meant !== undefined);
  const isMistyped = ({ path }: Fault) => slips.some((slip) => isSame(path, [...slip.path.slice(0, -1), slip.meant!]));
  return faults.filter((fault) => fault.what !== 'missing' || !isMistyped(fault));
}

function toFault(issue: Issue, data: unknown): readonly Fault[] {
  const { path, message: expected } = issue;
  const value = valueAt(data, path);
  const what = value === undefined ? 'missing' : issue.code === 'invalid_type' ? 'type' : 'value';
  const fault: Fault = { path, what, found: describe(value), expected };

  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey([...path, key], JSON.parse(expected) as string[], value));
  if (issue.code === 'invalid_value') return [{ ...fault, meant: suggest(value, issue.values) }];
  if (issue.code !== 'invalid_union') return [fault];
  if (issue.errors.length === 0) return [{ ...fault, meant: suggest(value, ('options' in issue && issue.options) || []) }];
  const branches = issue.errors.map((branch) => branch.map((each) => ({ ...each, path: [...path, ...each.path] })));
  return meantBranch(
    fault,
    branches.map((branch) => toFaults(branch, data)),
  );
}

function unknownKey(path: Path, known: readonly string[], parent: unknown): Fault {
  // A key that is there already was not meant: it would be there twice.
  const free = known.filter((key) => valueAt(parent, [key]) === undefined);
  return { path, what: 'unknown', found: 'an unknown key', expected: oneOf(known), meant: suggest(path.at(-1), free) };
}

function suggest(value: unknown, names: readonly unknown[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  return nearest(
    value,
    names.filter((name) => typeof name === 'string'),
  );
}

/** The faults of the branch that fits best: of the right type first, then with the fewest keys missing or unknown. */
function meantBranch(union: Fault, branches: readonly (readonly Fault[])[]): readonly Fault[] {
  const misfit = (faults: readonly Fault[]) =>
    faults.find(({ what, path }) => (what === 'type' || what === 'missing') && isSame(path, union.path));
  const fitting = branches.filter((faults) => !misfit(faults));
  if (fitting.length === 0) {
    const expected = branches.map((faults) => misfit(faults)?.expected ?? '');
    return [{ ...union, what: union.what === 'missing' ? 'missing' : 'type', expected: join([...new Set(expected)], 'or') }];
  }
  const shape = (faults: readonly Fault[]) => faults.filter((fault) => isOfShape(fault, union.path));
  const fewest = -largest(fitting.map((faults) => -shape(faults).length));
  const best = fitting.filter((faults) => shape(faults).length === fewest).toSorted((a, b) => a.length - b.length);
  return fewest === 0 || best.length === 1 ? best[0]! : undecided(union, best.map(shape));
}

/** Several branches fit equally well: what all complain of, and the keys that would decide between them. */
function undecided(union: Fault, branches: readonly (readonly Fault[])[]): readonly Fault[] {
  const isCommon = (fault: Fault) =>
    branches.every((faults) => faults.some((each) => each.what === fault.what && isSame(each.path, fault.path)));
  const own = branches.flat().filter((fault) => !isCommon(fault));
  const keys = [...new Set(own.map((fault) => JSON.stringify(fault.path.at(-1))))];
  const tooMany = own.some((fault) => fault.what === 'unknown');
  return [
    ...branches[0]!.filter(isCommon),
    { ...union, expected: tooMany ? `only one of ${join(keys, 'and')}` : `either ${join(keys, 'or')}` },
  ];
}

/** Whether a key of the object at `path` is missing or unknown. */
function isOfShape({ what, path }: Fault, parent: Path): boolean {
  return (what === 'missing' || what === 'unknown') && isSame(path.slice(0, -1), parent);
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
