import { plainText } from '../../core/richText';
import { lineElement, type BlockDefinition, type BlockOf } from '../block';

/** Cells of a full bar: narrow enough for a phone, with a few words beside it. */
const BAR_COLS = 20;

export const progressBlock: BlockDefinition<BlockOf<'progress'>> = {
  elements: ({ text, role = 'info', ms, done }, scheduler) => [
    lineElement(
      [
        ...scheduler.line(text),
        ...scheduler.line(' '),
        ...scheduler.fill('█'.repeat(BAR_COLS), ms, { role }),
        ...scheduler.line(` ${done}`, { role, bold: true }),
      ],
      2,
    ),
  ],
  textLines: (block) => [`${plainText(block.text)} ${block.done}`],
};
