import { plainText } from '../../core/richText';
import { textWidth } from '../../core/terminal/width';
import { lineElement, type BlockDefinition, type BlockOf } from '../block';

export const sayBlock: BlockDefinition<BlockOf<'say'>> = {
  // Lines after the first start below the first word.
  elements: (block, scheduler) => {
    const label = `${block.who} `;
    const hang = textWidth(label);
    return block.text.map((text, index) => {
      const lead = scheduler.line(index === 0 ? label : ' '.repeat(hang), { role: block.role, bold: true });
      return lineElement([...lead, ...(block.typed ? scheduler.type(text) : scheduler.stream(text))], hang);
    });
  },
  textLines: (block) => block.text.map((text, index) => (index === 0 ? `${block.who} ${plainText(text)}` : plainText(text))),
};
