import { closestMatch } from '../../../core/closestMatch';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { EditorSource } from '../schema/editor';
import type { EditorStepSource } from '../schema/step';
import type { EditorFiles, Insertion, Version } from './files';
import { readSource } from './readSource';

/** The editor at a step, before its code is coloured. */
export interface FoldedStep {
  readonly open: string;
  readonly beside: string | undefined;
  readonly tabs: readonly string[];
  readonly modified: readonly string[];
  /** The version of each file. */
  readonly versions: ReadonlyMap<string, Version>;
  /** Names of files that get another version at this step. */
  readonly changed: ReadonlySet<string>;
  readonly terminal: readonly number[] | undefined;
}

/** Applies the changes of all steps in turn. Reports all that cannot be. */
export async function foldSteps(source: EditorSource, files: EditorFiles, context: CompileContext): Promise<readonly FoldedStep[]> {
  let open = [...files.versions.keys()][0] ?? '';
  let beside: string | undefined;
  const tabs: string[] = [];
  const modified = new Set<string>();
  let output: readonly number[] = [];
  let isTerminalOpen = false;
  const folded: FoldedStep[] = [];
  for (const [index, step] of source.steps.entries()) {
    const path: ScenePath = ['steps', index];
    if (step.open !== undefined && files.newest(step.open, [...path, 'open'])) open = step.open;
    if (step.beside === null) beside = undefined;
    else if (step.beside !== undefined && files.newest(step.beside, [...path, 'beside'])) ({ beside } = step);
    if (step.beside !== undefined && step.beside === open)
      context.report({ path: [...path, 'beside'], found: `${open}, which is open at the left`, expected: 'another file' });
    if (!tabs.includes(open)) tabs.push(open);
    const changed = await applyChanges(step, open, path, files, context);
    changed.forEach((name) => modified.add(name));
    if (step.blocks) output = [...(step.blocks[0]?.type === 'clear' ? [] : output), index];
    isTerminalOpen = step.terminal ?? (step.blocks ? true : isTerminalOpen);
    folded.push({
      open,
      beside: beside === open ? undefined : beside,
      tabs: [...tabs],
      modified: [...modified],
      versions: new Map([...files.versions].map(([name, versions]) => [name, versions.at(-1)!])),
      changed,
      terminal: isTerminalOpen ? output : undefined,
    });
  }
  return folded;
}

async function applyChanges(
  { change = [], type }: EditorStepSource,
  open: string,
  path: ScenePath,
  files: EditorFiles,
  context: CompileContext,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const [entry, each] of change.entries()) {
    const at = [...path, 'change', entry];
    const name = each.in ?? open;
    const now = files.newest(name, [...at, 'in']);
    if (!now) continue;
    if (changed.has(name)) context.report({ path: at, found: `${name} again`, expected: 'each file once at a step' });
    const next = each.replace ? replaced(now, each.replace, [...at, 'replace'], name, context) : await readSource(each, at, context);
    if (!next) continue;
    files.add(name, { ...next, path: at });
    changed.add(name);
  }
  if (!type) return changed;
  const name = type.in ?? open;
  const now = files.newest(name, [...path, 'type', 'in']);
  const insertion = now && insertionOf(now, type, [...path, 'type'], name, context);
  if (now && changed.has(name))
    context.report({ path: [...path, 'type'], found: `${name}, which also has a change`, expected: 'one of both' });
  else if (now && insertion) {
    const lines = now.text.split('\n');
    const { line, offset, text } = insertion;
    lines[line] = lines[line]!.slice(0, offset) + text + lines[line]!.slice(offset);
    const { first, isFile } = now;
    files.add(name, { text: lines.join('\n'), first, isFile, inserted: insertion, path: [...path, 'type'] });
    changed.add(name);
  }
  return changed;
}

function replaced(
  { text: code, first, isFile }: Version,
  list: NonNullable<NonNullable<EditorStepSource['change']>[number]['replace']>,
  path: ScenePath,
  name: string,
  context: CompileContext,
): { text: string; first: number; isFile: boolean } | undefined {
  let text = code;
  let isComplete = true;
  for (const [index, each] of list.entries()) {
    if (text.includes(each.text)) text = text.replaceAll(each.text, () => each.with);
    else {
      reportMissing(each.text, text, [...path, index, 'text'], name, context);
      isComplete = false;
    }
  }
  return isComplete ? { text, first, isFile } : undefined;
}

function insertionOf(
  { text: code, first }: Version,
  { text, after, line }: NonNullable<EditorStepSource['type']>,
  path: ScenePath,
  name: string,
  context: CompileContext,
): Insertion | undefined {
  const typed = [text].flat().join('\n');
  const lines = code.split('\n');
  if (after !== undefined) {
    const found = lines.flatMap((each, at) =>
      [...each.matchAll(new RegExp(escaped(after), 'gu'))].map(({ index }) => [at, index] as const),
    );
    if (found.length === 0) return reportMissing(after, code, [...path, 'after'], name, context);
    const [[at, index]] = found as [readonly [number, number]];
    if (found.length === 1) return { line: at, offset: index + after.length, text: typed };
    context.report({
      path: [...path, 'after'],
      found: `${JSON.stringify(after)}, which stands in ${name} ${found.length} times`,
      expected: 'words that stand there once',
    });
    return undefined;
  }
  const last = first + lines.length - 1;
  if (line !== 0 && (line! < first || line! > last)) {
    context.report({
      path: [...path, 'line'],
      found: `line ${line}`,
      expected: `0, or a line from ${first} to ${last}, which ${name} has`,
    });
    return undefined;
  }
  if (line === 0) return { line: 0, offset: 0, text: `${typed}\n` };
  return { line: line! - first, offset: lines[line! - first]!.length, text: `\n${typed}` };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/** Reports words that do not stand in the code, with the nearest that do. */
export function reportMissing(
  words: string,
  code: string,
  path: ScenePath,
  name: string,
  context: Pick<CompileContext, 'report'>,
): undefined {
  const known = new Set(code.match(/[\p{L}\p{N}_$]+/gu));
  const expected = `words that stand on a line of ${name} at this step`;
  const lines = code.split('\n').map((line) => line.trim());
  context.report({ path, found: JSON.stringify(words), expected, suggestion: closestMatch(words, known) ?? closestMatch(words, lines) });
}
