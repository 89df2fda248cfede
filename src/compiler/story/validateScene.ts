import type { Kind } from '../../kinds/kind';
import { closestMatch } from '../../core/closestMatch';
import { describeValue, formatOptions, withGuide } from './errorMessages';
import type { FieldProblem } from './fieldProblems';
import { valueAt } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import { toProblem } from './toProblem';
import { validateDocument, type CompileResult } from './validateDocument';

/** Validates a scene file with the schema of its kind. Reports nothing for a file that is not JSON, as {@link validateDocument}. */
export function validateScene(
  document: JsonDocument,
  kinds: ReadonlyMap<string, Kind>,
): CompileResult<unknown> & { readonly kind?: Kind | undefined } {
  const name = valueAt(document.value, ['kind']);
  const kind = kinds.get(String(name));
  if (!document.body) return { value: undefined, problems: [] };
  if (kind) return { ...validateDocument(document, kind.schema), kind };
  const isScene = typeof document.value === 'object' && document.value !== null && !Array.isArray(document.value);
  const problem: FieldProblem = isScene
    ? {
        path: ['kind'],
        code: 'value',
        found: describeValue(name),
        expected: withGuide(formatOptions([...kinds.keys()])),
        suggestion: closestMatch(String(name), kinds.keys()),
      }
    : { path: [], code: 'type', found: describeValue(document.value), expected: 'an object' };
  return { value: undefined, problems: [toProblem(document, problem)] };
}
