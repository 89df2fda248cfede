import { languageTitle } from '../../../compiler/story/highlight';
import type { CompileContext } from '../../compileContext';
import { MORPH_MS } from '../morph';
import type { EditorScene, EditorStep } from '../scene';
import type { EditorSource } from '../schema/editor';
import { EditorFiles } from './files';
import { foldSteps } from './foldSteps';
import { markedUnits, resolvePanes } from './resolvePanes';
import { SceneTables, placePanes } from './placePanes';
import { printBlocks, printingMs } from './printBlocks';
import { PieceJoiner } from './tokens';
import { treeOf } from './treeOf';

/** Milliseconds that a stop still plays after the last typed character. */
const AFTER_TYPING_MS = 300;

/** Compiles an editor: all versions of its files, what stays from one to the next, and what each step shows. */
export async function compileEditor(source: EditorSource, context: CompileContext): Promise<EditorScene | undefined> {
  let hasProblems = false;
  const checked: CompileContext = {
    ...context,
    report: (problem) => {
      hasProblems = true;
      context.report(problem);
    },
  };
  const files = new EditorFiles(source, checked);
  await files.read(source);
  if (files.versions.size === 0) return undefined;
  const folded = await foldSteps(source, files, checked);
  await files.compareWithFiles();
  await files.highlight();
  const resolved = source.steps.map((step, index) => resolvePanes(step, folded[index]!, index, checked));
  const printed = await Promise.all(source.steps.map(({ blocks }, index) => (blocks ? printBlocks(blocks, index, context) : null)));
  if (hasProblems) return undefined;
  const versions = [...files.versions.values()].flat().map(({ lines }) => lines);
  const tables = new SceneTables(new PieceJoiner(versions, markedUnits(resolved.flat())));
  const panes = placePanes(resolved, tables, context);
  const { files: _, tree, steps, ...scene } = source;
  return {
    ...scene,
    ...(tree && { tree: treeOf(source.files) }),
    languages: Object.fromEntries([...files.languages].map(([name, lang]) => [name, languageTitle(lang)])),
    lines: tables.lines,
    views: tables.views,
    printed,
    steps: steps.map(({ title, notes, focus, caption, dwell, optional, cuts }, index): EditorStep => {
      const { tabs, modified, terminal } = folded[index]!;
      const [main, beside] = panes[index]!;
      const typingMs = maxTime(main.typed?.times) + maxTime(beside?.typed?.times);
      const codeMs = typingMs > 0 ? typingMs + AFTER_TYPING_MS : moves(panes, index) ? MORPH_MS : 0;
      return {
        title,
        notes,
        ...(!Array.isArray(focus) && focus !== undefined && { focus }),
        ...(caption !== undefined && { caption }),
        ...(dwell !== undefined && { dwell }),
        ...(optional !== undefined && { optional }),
        ...(cuts && { cuts }),
        panes: beside ? [main, beside] : [main],
        tabs,
        modified,
        ...(terminal && { terminal }),
        codeMs,
        playMs: codeMs + printingMs(printed[index]),
      };
    }),
  };
}

function maxTime(times: readonly number[] = []): number {
  return times.at(-1) ?? 0;
}

/** Whether a pane shows something else of the file that it showed at the step before. */
function moves(panes: ReturnType<typeof placePanes>, index: number): boolean {
  return panes[index]!.some((pane, at) => {
    const before = panes[index - 1]?.[at];
    return before !== undefined && before.file === pane.file && JSON.stringify(before) !== JSON.stringify(pane);
  });
}
