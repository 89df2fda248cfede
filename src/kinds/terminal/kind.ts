import type { CompiledSource } from '../../core/story';
import { blockLines } from '../../core/terminal/blockLines';
import { defineKind } from '../kind';
import type { TerminalSource } from './schema';

type TerminalScene = CompiledSource<TerminalSource>;

export const terminal = defineKind<TerminalScene>({
  describeStep: (scene, step) => {
    const blocks = scene.steps[step]?.blocks ?? [];
    return {
      surface: 'terminal',
      window: scene.window,
      continues: scene.continues,
      blocks,
      textLines: [...(step === 0 ? [scene.window] : []), ...blocks.flatMap(blockLines)],
    };
  },
});
