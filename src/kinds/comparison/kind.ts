import { blockLines, codeLines } from '../../core/terminal/lines';
import { defineKind } from '../kind';
import { ComparisonBoard } from './View';
import type { ComparisonScene, PanelStep } from './model';

function panelLines({ panel, closing }: PanelStep): readonly string[] {
  return [
    panel.heading,
    ...(panel.title === undefined ? [] : [panel.title]),
    ...panel.body.flatMap((part) => (part.type === 'points' ? part.items.map((item) => `${part.mark} ${item}`) : codeLines(part.code))),
    ...(closing === undefined ? [] : [closing]),
  ];
}

export const comparison = defineKind<ComparisonScene>({
  View: ComparisonBoard,
  describe: (scene, step) => {
    const current = scene.steps[step];
    const title = step === 0 ? [scene.window] : [];
    if (current && 'panel' in current) return { surface: 'board', window: scene.window, continues: scene.continues, lines: [...title, ...panelLines(current)] };
    const blocks = current?.blocks ?? [];
    return { surface: 'terminal', window: scene.window, continues: scene.continues, blocks, lines: [...title, ...blocks.flatMap(blockLines)] };
  },
});
