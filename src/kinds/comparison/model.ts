import type { CompiledSource } from '../../core/story';
import type { ComparisonSource } from './schema';

export type ComparisonScene = CompiledSource<ComparisonSource>;
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
