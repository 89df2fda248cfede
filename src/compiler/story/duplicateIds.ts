import { valueAt, type JsonPath } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { toProblem } from './toProblem';

interface IdField {
  readonly document: JsonDocument;
  readonly path: JsonPath;
  /** What messages about a duplicate call the owner of the id. */
  readonly owner: string;
}

/** Reports every id that an earlier field has, too. Ignores values that are not text. */
export function duplicateIds(fields: readonly IdField[]): readonly Problem[] {
  const owners = new Map<string, string>();
  return fields.flatMap(({ document, path, owner }) => {
    const id = valueAt(document.value, path);
    if (typeof id !== 'string') return [];
    const first = owners.get(id);
    if (first !== undefined)
      return [toProblem(document, { path, found: JSON.stringify(id), expected: `an id of its own; ${first} has this one` })];
    owners.set(id, owner);
    return [];
  });
}
