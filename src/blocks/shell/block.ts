import { lineElement, type BlockDefinition, type BlockOf } from '../block';

export const shellBlock: BlockDefinition<BlockOf<'shell'>> = {
  elements: (block, scheduler) => [
    lineElement([...scheduler.line(`${block.prompt} `, { role: 'user', bold: true }), ...scheduler.type(block.command)], 2),
  ],
  textLines: (block) => [`${block.prompt} ${block.command}`],
};
