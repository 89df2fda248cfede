import { formatProblem, type Problem } from '../compiler/story/problem';
import { count, type Finding } from './finding';
import { rules } from './rules';
import type { Subject } from './checkInput';

/** What the rules find, file by file as the story lists them, each from the top. */
export function findings(subject: Subject): readonly Finding[] {
  const files = subject.documents.map(({ file }) => file);
  return rules
    .flatMap((rule) => rule.check(subject))
    .toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}

/** The report as it is printed: errors, then warnings, then how many there are of each. */
export function report(errors: readonly Problem[], warnings: readonly Problem[]): string {
  const part = (title: string, problems: readonly Problem[]): readonly string[] =>
    problems.length === 0 ? [] : [`${title}:`, ...problems.map(formatProblem), ''];
  return [
    ...part('Errors', errors),
    ...part('Warnings', warnings),
    `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`,
  ].join('\n');
}
