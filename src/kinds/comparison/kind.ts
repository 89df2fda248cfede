import type { Block } from '../../core/story';
import { defineKind } from '../kind';
import { describeTerminal } from '../parts/describeStep';
import { ComparisonBoard, panelsAt } from './ComparisonBoard';
import { schema, type ComparisonScene, type PanelStep } from './schema';

/** Returns a side as blocks: points as a list, code as code, pictures in words. */
function readableBlocksOf({ panel, closing }: PanelStep): readonly Block[] {
  const role = panel.tone === 'bad' ? 'error' : 'ok';
  return [
    { type: 'text', lines: panel.title === undefined ? [panel.heading] : [panel.heading, panel.title] },
    ...panel.body.map((part): Block => {
      if (part.type === 'code') return { type: 'code', ...part.code };
      if (part.type === 'image') return { type: 'text', lines: [part.alt] };
      return { type: 'list', items: part.items.map((text) => ({ mark: part.mark, role, text })) };
    }),
    ...(closing === undefined ? [] : [{ type: 'text', lines: [closing] } as const]),
  ];
}

export default defineKind<ComparisonScene>({
  name: 'comparison',
  schema,
  compile: async (scene, { highlightCode, loadImages }) => loadImages(await highlightCode(scene)),
  View: ComparisonBoard,
  describe: (scene, step) => {
    const current = scene.steps[step];
    if (!current || !('panel' in current)) return describeTerminal(scene, step, current?.blocks);
    const readableBlocks = readableBlocksOf(current);
    const parts = panelsAt(scene, step).flatMap(({ panel }) => panel.body);
    const images = parts.flatMap((part) => (part.type === 'image' ? [part.src] : []));
    return {
      ...describeTerminal(scene, step, readableBlocks),
      surface: 'board',
      blocks: undefined,
      readableBlocks,
      ...(images.length > 0 && { images }),
    };
  },
});
