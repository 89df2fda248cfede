import { closestMatch } from '../../../core/closestMatch';
import { expandTabs, TAB_WIDTHS } from '../../../core/expandTabs';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { EditorStepSource } from '../schema/step';
import type { Severity } from '../scene';
import type { Version } from './files';
import { reportMissing, type FoldedStep } from './foldSteps';
import { findPlaces, linesAt, wordsIn, type Lines, type Words } from './places';
import { rowsOf, type SourceRow } from './rows';

/** A pane at a step: its rows, and what the step says of them, before rows are numbered. */
export interface ResolvedPane {
  readonly file: string;
  readonly version: Version;
  readonly rows: readonly SourceRow[];
  readonly focus: readonly Lines[];
  readonly highlight: readonly Lines[];
  readonly words: readonly Words[];
  readonly messages: readonly { readonly line: number; readonly severity: Severity; readonly text: string }[];
  readonly isDiff: boolean;
  readonly isChanged: boolean;
}

/** Returns the panes of a step. Reports lines and words that are not in them. */
export function resolvePanes(step: EditorStepSource, folded: FoldedStep, index: number, context: CompileContext): readonly ResolvedPane[] {
  const path: ScenePath = ['steps', index];
  const names = [folded.open, ...(folded.beside === undefined ? [] : [folded.beside])];
  const { report } = context;
  step.problems?.forEach((problem, entry) => {
    if (problem.in === undefined || names.includes(problem.in)) return;
    report({
      path: [...path, 'problems', entry, 'in'],
      found: JSON.stringify(problem.in),
      expected: `a file that is shown: ${names.join(', ')}`,
      suggestion: closestMatch(problem.in, names),
    });
  });
  return names.map((file, at): ResolvedPane => {
    const version = folded.versions.get(file)!;
    const isMain = at === 0;
    if (isMain && step.diff && !version.before)
      report({
        path: [...path, 'diff'],
        found: `a diff of ${file}, which has not changed`,
        expected: 'a change of it at this step or before',
      });
    const folds = isMain ? foldsOf(step.fold ?? [], version, [...path, 'fold'], file, context) : [];
    const find = (field: 'focus' | 'highlight') => {
      const value = step[field];
      return findPlaces(isMain && Array.isArray(value) ? value : [], version, [...path, field], file, context);
    };
    const [focus, highlight] = [find('focus'), find('highlight')];
    const messages: { line: number; severity: Severity; text: string }[] = [];
    const squiggles = (step.problems ?? []).flatMap((problem, entry): readonly Words[] => {
      if ((problem.in ?? folded.open) !== file) return [];
      const problemPath: ScenePath = [...path, 'problems', entry];
      const found = wordsIn(version, problem.text, problem.severity);
      if (found.length === 0) return reportMissing(problem.text, version.text, [...problemPath, 'text'], file, context) ?? [];
      const chosen = found.find(({ line }) => problem.line === undefined || version.first + line === problem.line);
      if (!chosen) {
        const lines = [...new Set(found.map(({ line }) => version.first + line))].join(', ');
        report({
          path: [...problemPath, 'line'],
          found: `line ${problem.line}`,
          expected: `a line with ${JSON.stringify(problem.text)}: ${lines}`,
        });
        return [];
      }
      messages.push({ line: chosen.line, severity: problem.severity, text: problem.message });
      return [chosen];
    });
    const rows = rowsOf(version, isMain && step.diff === true, folds);
    const shown = new Set(rows.map(({ line }) => line));
    for (const [field, lines] of [
      ['focus', focus.lines],
      ['highlight', highlight.lines],
      ['problems', messages.map(({ line }) => [line, line] as const)],
    ] as const)
      lines.forEach(([from]) => {
        if (shown.has(from)) return;
        report({ path: [...path, field], found: `line ${version.first + from}`, expected: 'a line that is not folded at this step' });
      });
    return {
      file,
      version,
      rows,
      focus: [...focus.lines, ...focus.words.map(({ line }): Lines => [line, line])],
      highlight: highlight.lines,
      words: [...highlight.words, ...squiggles].filter(({ line }) => shown.has(line)),
      messages,
      isDiff: isMain && step.diff === true,
      isChanged: folded.changed.has(file),
    };
  });
}

/** Returns the lines of folds; reports a fold of one line, and one in another. */
function foldsOf(
  texts: readonly string[],
  version: Version,
  path: ScenePath,
  file: string,
  context: Pick<CompileContext, 'report'>,
): readonly Lines[] {
  const folds: Lines[] = [];
  texts.forEach((text, entry) => {
    const lines = linesAt(text, version, [...path, entry], file, context);
    if (!lines) return;
    const [from, to] = lines;
    const other = folds.find((each) => from <= each[1] && to >= each[0]);
    const report = (expected: string): void => context.report({ path: [...path, entry], found: `line ${text}`, expected });
    if (from === to) report(`two lines or more, such as "${version.first + from}-${version.first + from + 1}"`);
    else if (other) report(`lines that are not folded already, as ${other.map((line) => version.first + line).join('-')} are`);
    folds.push(lines);
  });
  return folds;
}

/** Returns the ids of units before which a piece must begin, so that marks and typed code are pieces of their own. */
export function markedUnits(panes: readonly ResolvedPane[]): ReadonlySet<number> {
  const ids = new Set<number>();
  const cut = ({ lines }: Version, line: number, at: number): void => {
    const unit = lines[line]?.[at];
    if (unit) ids.add(unit.id);
  };
  for (const { version, words } of panes) {
    for (const { line, from, to } of words) [from, to].forEach((at) => cut(version, line, at));
    if (version.inserted) insertedUnits(version).forEach(({ line, at }) => cut(version, line, at));
  }
  return ids;
}

/** Returns where inserted code begins and ends: lines, and positions in their units. */
export function insertedUnits({ inserted, text, lines }: Version): readonly [UnitPlace, UnitPlace] | readonly [] {
  if (!inserted) return [];
  const source = text.split('\n');
  const typed = inserted.text.split('\n');
  const lastLine = inserted.line + typed.length - 1;
  const end = typed.length === 1 ? inserted.offset + inserted.text.length : typed.at(-1)!.length;
  // A word that the typing makes longer is typed whole. Tabs have become spaces.
  const placeOf = (line: number, offset: number, isAfter: (from: number, to: number, offset: number) => boolean): UnitPlace => {
    const expanded = expandTabs([source[line]!.slice(0, offset)], TAB_WIDTHS.code)[0]!.length;
    let from = 0;
    const at = lines[line]!.findIndex(({ text: { length } }) => isAfter(from, (from += length), expanded));
    return { line, at: at < 0 ? lines[line]!.length : at };
  };
  return [
    placeOf(inserted.line, inserted.offset, (_, to, offset) => to > offset),
    placeOf(lastLine, end, (from, _, offset) => from >= offset),
  ];
}

interface UnitPlace {
  readonly line: number;
  readonly at: number;
}
