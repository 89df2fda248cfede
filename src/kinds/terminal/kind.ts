import { defineKind } from '../kind';
import { describeTerminal } from '../parts/describeStep';
import type { TerminalScene } from './schema';

export const terminal = defineKind<TerminalScene>({
  describeStep: (scene, step) => describeTerminal(scene, step, scene.steps[step]?.blocks),
});
