import { plainText } from '../../core/richText';
import type { BlockDefinition, BlockOf } from '../block';

export const boxBlock: BlockDefinition<BlockOf<'box'>> = {
  elements: (block, scheduler) => [
    { kind: 'box', role: block.role ?? 'accent', hug: true, lines: block.lines.map((text) => ({ pieces: scheduler.line(text), hang: 0 })) },
  ],
  textLines: (block) => block.lines.map(plainText),
};
