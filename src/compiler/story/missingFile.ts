import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { closestMatch } from '../../core/closestMatch';
import type { FieldProblem } from './fieldProblems';
import type { JsonPath } from './jsonPath';

/**
 * Returns the problem of a field that names a file which is not in `folder`, or is a folder itself. Suggests the closest name that
 * `isCandidate` accepts.
 */
export async function missingFile(
  folder: string,
  at: JsonPath,
  name: string,
  isCandidate: (name: string) => boolean = () => true,
): Promise<FieldProblem> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    const parent = await existingParent(folder);
    const [missing = ''] = path.relative(parent, folder).split(path.sep);
    const folders = (await readdir(parent, { withFileTypes: true })).filter((each) => each.isDirectory()).map((each) => each.name);
    const expected = `a file in a folder that is there; ${path.basename(parent)}/ has no folder ${missing}`;
    return { path: at, found: JSON.stringify(name), expected, suggestion: closestMatch(missing, folders) };
  }
  const isFolder = entries.some((each) => each.isDirectory() && each.name === path.basename(name));
  const names = entries.filter((each) => !each.isDirectory() && isCandidate(each.name)).map((each) => each.name);
  const suggestion = isFolder ? undefined : closestMatch(path.basename(name), names);
  const found = isFolder ? `the folder ${JSON.stringify(name)}` : JSON.stringify(name);
  return { path: at, found, expected: `a file in ${path.basename(folder)}/`, suggestion };
}

async function existingParent(folder: string): Promise<string> {
  const parent = path.dirname(folder);
  const isThere =
    parent === folder ||
    (await readdir(parent).then(
      () => true,
      () => false,
    ));
  return isThere ? parent : existingParent(parent);
}
