import type { Compiled } from '../../core/story';
import { blockLines } from '../../core/terminal/blockLines';
import { defineKind } from '../kind';
import type { TerminalSource } from './schema';

type TerminalScene = Compiled<TerminalSource>;

export const terminal = defineKind<TerminalScene>({
  describe: (scene, step) => {
    const blocks = scene.steps[step]?.blocks ?? [];
    return {
      surface: 'terminal',
      window: scene.window,
      continues: scene.continues,
      blocks,
      lines: [...(step === 0 ? [scene.window] : []), ...blocks.flatMap(blockLines)],
    };
  },
});
