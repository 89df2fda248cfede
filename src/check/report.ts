import { formatProblem, type Problem } from '../compiler/story/problem';
import { pluralize, type Finding } from './finding';
import { checkRules } from './rules';
import type { CheckInput } from './checkInput';

/** What the rules find, file by file as the story lists them, each from the top. */
export function runChecks(subject: CheckInput): readonly Finding[] {
  const files = subject.documents.map(({ file }) => file);
  return checkRules
    .flatMap((rule) => rule.check(subject))
    .toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}

/** The report as it is printed: errors, then warnings, then how many there are of each. */
export function formatReport(errors: readonly Problem[], warnings: readonly Problem[]): string {
  const section = (title: string, problems: readonly Problem[]): readonly string[] =>
    problems.length === 0 ? [] : [`${title}:`, ...problems.map(formatProblem), ''];
  return [
    ...section('Errors', errors),
    ...section('Warnings', warnings),
    `${pluralize(errors.length, 'error')}, ${pluralize(warnings.length, 'warning')}`,
  ].join('\n');
}
