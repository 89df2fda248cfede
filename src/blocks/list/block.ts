import { plainText } from '../../core/richText';
import { textWidth } from '../../core/terminal/width';
import { lineElement, type BlockDefinition, type BlockOf } from '../block';

export const listBlock: BlockDefinition<BlockOf<'list'>> = {
  elements: (block, scheduler) => [
    ...(block.heading === undefined ? [] : [lineElement(scheduler.line(block.heading, { role: 'info', bold: true }), 0)]),
    ...block.items.map((item) => {
      scheduler.pause(item.pause ?? 0);
      const mark = scheduler.line(`  ${item.mark} `, { role: item.role, bold: true });
      return lineElement([...mark, ...scheduler.line(item.text)], 3 + textWidth(item.mark));
    }),
  ],
  textLines: (block) => [
    ...(block.heading === undefined ? [] : [plainText(block.heading)]),
    ...block.items.map((item) => `${item.mark} ${plainText(item.text)}`),
  ],
};
