import { closestMatch } from '../../../core/closestMatch';
import type { SceneCompileContext } from '../../../compiler/story/compileScene';
import { escapeReferences } from '../../../core/variables';
import type { SnapshotSource } from '../schema';
import type { CapturedState, SnapshotScene, SnapshotStep } from '../scene';
import { CaptureAssets, type PublishedFile } from './captureAssets';
import { compileState } from './compileState';
import { reportSameSteps } from './reportPage';
import { CaptureReader, type Capture } from './readCapture';
import { scanPublished, type PublishedDocument } from './scanPublished';
import { WordFinder } from './words';

/** Compiles a scene of captured pages: cleans each page, and computes what each step changes there. */
export async function compileSnapshot(source: SnapshotSource, context: SceneCompileContext): Promise<SnapshotScene | undefined> {
  const reader = new CaptureReader(source.capture, context);
  const capture = await reader.read();
  const stateIds = capture && statesOf(source, capture, context);
  if (!stateIds) return undefined;
  const replace = source.replace ?? {};
  const words = new WordFinder(replace);
  // What is in files of its own has the words of the story’s own variables.
  const filledWords = new WordFinder(context.fillVariables(replace));
  const files = new Map<string, PublishedFile>();
  const documents: PublishedDocument[] = [];
  const assets = new CaptureAssets(reader, context.emitAsset, filledWords);
  const states: CapturedState[] = [];
  const steps: SnapshotStep[] = [];
  const used = [...new Set(stateIds)];
  for (const id of used) {
    const state = capture.states.find((each) => each.id === id)!;
    const indexes = stateIds.flatMap((each, index) => (each === id ? [index] : []));
    const compiled = await compileState({ state, indexes, source, reader, assets, words, filledWords, context });
    if (!compiled) continue;
    states.push(compiled.state);
    documents.push(compiled.published);
    for (const file of compiled.published.files) files.set(file.address, file);
    for (const [at, step] of compiled.steps.entries()) steps[indexes[at]!] = { ...step, state: states.length - 1 };
  }
  if (states.length < used.length) return undefined;
  reportSameSteps(steps, context);
  const { look, capture: _, replace: __, steps: ___, ...scene } = source;
  const written = (text: string): string => words.replace(escapeReferences(text));
  const compiledScene = {
    ...scene,
    ...look,
    width: capture.width,
    height: capture.height,
    states: states.map((state) => ({ ...state, address: written(state.address), title: written(state.title) })),
    steps: steps.map((step, index) => ({ ...step, lines: newLines(steps, index) })),
  };
  scanPublished(
    { documents, files: [...files.values()], scene: context.fillVariables(compiledScene) },
    context.fillVariables(replace),
    context,
  );
  return compiledScene;
}

/** Returns the id of the state of each step; reports states that the capture has not. */
function statesOf({ steps }: SnapshotSource, { states }: Capture, { report }: SceneCompileContext): readonly string[] | undefined {
  const ids = states.map(({ id }) => id);
  const found: string[] = [];
  let isComplete = true;
  for (const [index, { state = found.at(-1) }] of steps.entries()) {
    if (state === undefined)
      report({ path: ['steps', index], found: 'no "state"', expected: `the state to begin with: ${ids.join(', ')}` });
    else if (!ids.includes(state)) {
      const suggestion = closestMatch(state, ids);
      report({
        path: ['steps', index, 'state'],
        found: JSON.stringify(state),
        expected: `a state of the capture: ${ids.join(', ')}`,
        suggestion,
      });
    }
    isComplete &&= state !== undefined && ids.includes(state);
    found.push(state ?? '');
  }
  return isComplete ? found : undefined;
}

/** Returns the lines of a page that were not on it at the last step before. */
function newLines(steps: readonly SnapshotStep[], index: number): readonly string[] {
  const { state, lines } = steps[index]!;
  const before = steps[index - 1];
  if (before?.state !== state) return lines;
  const known = new Set(before.lines);
  return lines.filter((line) => !known.has(line));
}
