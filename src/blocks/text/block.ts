import { plainText } from '../../core/richText';
import { indentOf, lineElement, textAndPause, type BlockDefinition, type BlockOf } from '../block';

export const textBlock: BlockDefinition<BlockOf<'text'>> = {
  elements: (block, scheduler) =>
    block.lines.map((line) => {
      const { text, pause } = textAndPause(line);
      scheduler.pause(pause);
      return lineElement(scheduler.line(text), indentOf(typeof text === 'string' ? text : ''));
    }),
  textLines: (block) => block.lines.map((line) => plainText(textAndPause(line).text)),
};
