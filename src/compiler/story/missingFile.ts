import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { closestMatch } from './closestMatch';
import type { FieldProblem } from './fieldProblems';
import type { JsonPath } from './jsonPath';

/** Returns the problem of a field that names a file which is not in `folder`. Suggests the closest name that `isCandidate` accepts. */
export async function missingFile(
  folder: string,
  at: JsonPath,
  name: string,
  isCandidate: (name: string) => boolean = () => true,
): Promise<FieldProblem> {
  const names = (await readdir(folder).catch(() => [])).filter(isCandidate);
  const suggestion = closestMatch(path.basename(name), names);
  return { path: at, found: JSON.stringify(name), expected: `a file in ${path.basename(folder)}/`, suggestion };
}
