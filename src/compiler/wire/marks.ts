import type { Mark } from '../../core/wire';
import { closestMatch } from '../../core/closestMatch';
import { describeValue } from '../story/errorMessages';
import { valueAt, type JsonPath } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { toProblem } from '../story/toProblem';

/** The marks of files that were written before files had a list of their own. ADR 046 */
const FIRST_MARKS: readonly Mark[] = [
  { id: 'as-deployed', label: 'as deployed', meaning: 'The published backend does this.', style: 'solid', role: 'ok' },
  { id: 'aws', label: 'AWS', meaning: 'This is how the vendor’s service behaves.', style: 'solid', role: 'number' },
  { id: 'added', label: 'added', meaning: 'The story or a specification needs it; the backend lacks it.', style: 'dashed', role: 'dim' },
];

/** Returns the marks of a file: its list, or those of {@link FIRST_MARKS} that its messages have. */
export function marksOf(list: readonly Mark[] | undefined, messages: readonly { readonly mark?: string | undefined }[]): readonly Mark[] {
  return list ?? FIRST_MARKS.filter(({ id }) => messages.some(({ mark }) => mark === id));
}

/** Reports messages whose mark is none of the file, and those without one in a file with a list. Works on unvalidated files. */
export function unknownMarks(document: JsonDocument, messagePaths: readonly JsonPath[]): readonly Problem[] {
  const list = valueAt(document.value, ['marks']);
  // The schema reports a list that is none, or is empty; what messages may name is not known then.
  if (list !== undefined && (!Array.isArray(list) || list.length === 0)) return [];
  const ids = (Array.isArray(list) ? list : FIRST_MARKS).map((mark) => valueAt(mark, ['id'])).filter((id) => typeof id === 'string');
  return messagePaths.flatMap((path) => {
    const mark = valueAt(document.value, [...path, 'mark']);
    const isMissing = mark === undefined && Array.isArray(list);
    if (!isMissing && (typeof mark !== 'string' || ids.includes(mark))) return [];
    return [
      toProblem(document, {
        path: [...path, 'mark'],
        code: isMissing ? 'missing' : 'value',
        found: describeValue(mark),
        expected:
          list === undefined
            ? 'no mark, or a list `marks` that has it'
            : `the id of a mark: ${ids.map((id) => JSON.stringify(id)).join(', ')}`,
        suggestion: typeof mark === 'string' ? closestMatch(mark, ids) : undefined,
      }),
    ];
  });
}
