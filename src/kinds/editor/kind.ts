import { defineKind } from '../kind';
import { compileEditor } from './compile/compileEditor';
import { describeEditorStep } from './describeEditorStep';
import { EditorView } from './EditorView';
import type { EditorScene } from './scene';
import { example, schema } from './schema/editor';

export default defineKind<EditorScene>({
  name: 'editor',
  schema,
  example,
  compile: compileEditor,
  View: EditorView,
  describe: describeEditorStep,
});
