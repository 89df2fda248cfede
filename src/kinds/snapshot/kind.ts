import type { SceneCompileContext } from '../../compiler/story/compileScene';
import { defineKind } from '../kind';
import { compileSnapshot } from './compile/compileSnapshot';
import { describeSnapshotStep } from './describeSnapshotStep';
import type { SnapshotScene } from './scene';
import { example, schema, type SnapshotSource } from './schema';
import { SnapshotView } from './SnapshotView';

export default defineKind<SnapshotScene>({
  name: 'snapshot',
  schema,
  example,
  compile: (scene: SnapshotSource, context) => compileSnapshot(scene, context as SceneCompileContext),
  View: SnapshotView,
  describe: describeSnapshotStep,
});
