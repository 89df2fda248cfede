import { formatProblem, type Problem } from '../compiler/story/problem';
import { pluralize } from '../core/pluralize';
import type { Finding } from './finding';
import { checkRules } from './rules';
import type { CheckInput } from './checkInput';

/** Runs all rules. Sorts the findings by file, as the story lists them, and by position. */
export function runChecks(input: CheckInput): readonly Finding[] {
  const files = input.documents.map(({ file }) => file);
  return checkRules
    .flatMap((rule) => rule.check(input))
    .toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}

/** Formats errors and warnings with their counts. */
export function formatReport(errors: readonly Problem[], warnings: readonly Problem[]): string {
  const section = (title: string, problems: readonly Problem[]): readonly string[] =>
    problems.length === 0 ? [] : [`${title}:`, ...problems.map(formatProblem), ''];
  return [
    ...section('Errors', errors),
    ...section('Warnings', warnings),
    `${pluralize(errors.length, 'error')}, ${pluralize(warnings.length, 'warning')}`,
  ].join('\n');
}
