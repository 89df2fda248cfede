import { defineKind } from '../kind';
import { describeTerminal } from '../parts/describeStep';
import { schema, type TerminalScene } from './schema';

export default defineKind<TerminalScene>({
  name: 'terminal',
  schema,
  compile: (scene, { highlightCode }) => highlightCode(scene),
  describe: (scene, step) => describeTerminal(scene, step, scene.steps[step]?.blocks),
});
