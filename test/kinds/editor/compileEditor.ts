import path from 'node:path';
import { compileScene } from '../../../src/compiler/story/compileScene';
import { parseJsonFile } from '../../../src/compiler/story/parseJsonFile';
import editorKind from '../../../src/kinds/editor/kind';
import type { EditorScene } from '../../../src/kinds/editor/scene';

export const NOTES = { title: 'A stop', notes: { say: 'Words.', point: 'At it.' } };

/** Compiles an editor whose files are beside `examples/editor/scene.json`. Returns it, and its problems as place and message. */
export async function compileEditor(
  fields: object,
): Promise<{ readonly scene: EditorScene | undefined; readonly problems: readonly string[]; readonly warnings: readonly string[] }> {
  const source = { kind: 'editor', id: 'a', title: 'A', window: 'shop', steps: [NOTES], ...fields };
  const document = parseJsonFile(path.resolve('examples/editor/scene.json'), Buffer.from(JSON.stringify(source, null, 1)));
  const { value, problems, notices } = await compileScene(document, new Map([['editor', editorKind]]), new Map());
  return {
    scene: value as EditorScene | undefined,
    problems: problems.map(({ line, message }) => `${line}: ${message}`),
    warnings: notices.warnings.map(({ path: at, message }) => `${at.join('.')}: ${message}`),
  };
}

/** Compiles a valid editor. @throws its problems */
export async function validEditor(fields: object): Promise<EditorScene> {
  const { scene, problems } = await compileEditor(fields);
  if (!scene) throw new Error(problems.join('\n'));
  return scene;
}

/** Compiles an editor whose only file has these versions, one for each step. */
export function editorOf(versions: readonly (readonly string[])[], name = 'a.ts'): Promise<EditorScene> {
  const [first = [], ...later] = versions;
  return validEditor({ files: [{ name, text: first }], steps: [NOTES, ...later.map((text) => ({ ...NOTES, change: [{ text }] }))] });
}

/** Returns the rows of the first pane at a step, as texts. */
export function rowsAt({ steps, views, lines }: EditorScene, step: number): readonly string[] {
  return views[steps[step]!.panes[0].view]!.map(([line, , sign]) => `${sign ?? ''}${lines[line]!.map(([text]) => text).join('')}`);
}
