import { plainText } from '../../core/richText';
import { indentOf, lineElement, type BlockDefinition, type BlockOf } from '../block';

export const textBlock: BlockDefinition<BlockOf<'text'>> = {
  elements: (block, scheduler) =>
    block.lines.map((text) => lineElement(scheduler.line(text), indentOf(typeof text === 'string' ? text : ''))),
  textLines: (block) => block.lines.map(plainText),
};
