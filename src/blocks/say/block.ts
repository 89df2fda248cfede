import { plainText } from '../../core/richText';
import { textWidth } from '../../core/terminal/width';
import { lineElement, textAndPause, type BlockDefinition, type BlockOf } from '../block';

export const sayBlock: BlockDefinition<BlockOf<'say'>> = {
  // Lines after the first start below the first word.
  elements: (block, scheduler) => {
    const label = `${block.who} `;
    const hang = textWidth(label);
    return block.text.map((line, index) => {
      const { text, pause } = textAndPause(line);
      scheduler.pause(pause);
      const lead = scheduler.line(index === 0 ? label : ' '.repeat(hang), { role: block.role, bold: true });
      return lineElement([...lead, ...(block.typed ? scheduler.type(text) : scheduler.stream(text))], hang);
    });
  },
  textLines: (block) =>
    block.text.map((line, index) => {
      const text = plainText(textAndPause(line).text);
      return index === 0 ? `${block.who} ${text}` : text;
    }),
};
