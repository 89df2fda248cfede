import { codeLines } from '../../core/codeLines';
import { blockLines } from '../../core/terminal/blockLines';
import type { Block } from '../../core/story';
import { defineKind } from '../kind';
import { ComparisonBoard } from './ComparisonBoard';
import type { ComparisonScene, PanelStep } from './model';

function panelTextLines({ panel, closing }: PanelStep): readonly string[] {
  return [
    panel.heading,
    ...(panel.title === undefined ? [] : [panel.title]),
    ...panel.body.flatMap((part) => (part.type === 'points' ? part.items.map((item) => `${part.mark} ${item}`) : codeLines(part.code))),
    ...(closing === undefined ? [] : [closing]),
  ];
}

/** A side as blocks, so that a document can tell its points and its code apart. */
function readableBlocksOf({ panel, closing }: PanelStep): readonly Block[] {
  const role = panel.tone === 'bad' ? 'error' : 'ok';
  return [
    { type: 'text', lines: panel.title === undefined ? [panel.heading] : [panel.heading, panel.title] },
    ...panel.body.map((part): Block =>
      part.type === 'code'
        ? { type: 'code', ...part.code }
        : { type: 'list', items: part.items.map((text) => ({ mark: part.mark, role, text })) },
    ),
    ...(closing === undefined ? [] : [{ type: 'text', lines: [closing] } as const]),
  ];
}

export const comparison = defineKind<ComparisonScene>({
  View: ComparisonBoard,
  describeStep: (scene, step) => {
    const current = scene.steps[step];
    const titleLines = step === 0 ? [scene.window] : [];
    if (current && 'panel' in current)
      return {
        surface: 'board',
        window: scene.window,
        continues: scene.continues,
        textLines: [...titleLines, ...panelTextLines(current)],
        readableBlocks: readableBlocksOf(current),
      };
    const blocks = current?.blocks ?? [];
    return {
      surface: 'terminal',
      window: scene.window,
      continues: scene.continues,
      blocks,
      textLines: [...titleLines, ...blocks.flatMap(blockLines)],
    };
  },
});
