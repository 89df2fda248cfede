import type { Compiled } from '../../core/story';
import { blockLines, codeLines } from '../../core/terminal/lines';
import { defineKind } from '../kind';
import { ComparisonBoard } from './View';
import type { ComparisonSource } from './schema';

export type ComparisonScene = Compiled<ComparisonSource>;
type ComparisonStep = ComparisonScene['steps'][number];
export type PanelStep = Extract<ComparisonStep, { panel: unknown }>;

/** The sides on the board at a step: the step's own and those right before it. */
export function panelsAt(scene: ComparisonScene, step: number): readonly PanelStep[] {
  const panels: PanelStep[] = [];
  for (let at = step; at >= 0; at -= 1) {
    const each = scene.steps[at];
    if (!each || !('panel' in each)) break;
    panels.unshift(each);
  }
  return panels;
}

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
