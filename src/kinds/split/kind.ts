import { defineKind } from '../kind';
import { compileSplit } from './compile/compileSplit';
import type { SplitScene } from './scene';
import { schema } from './schema';

export default defineKind<SplitScene>({
  name: 'split',
  schema,
  compile: compileSplit,
  describe: ({ panes, steps }, step) => ({
    surface: 'panes',
    textLines: [],
    panes: panes.map(({ scene, width }, index) => ({
      scene,
      width,
      step: steps[step]?.at[index] ?? 0,
      moves: steps[step]?.moving.includes(index) ?? false,
    })),
  }),
});
