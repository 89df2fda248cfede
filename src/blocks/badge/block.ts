import { plainText } from '../../core/richText';
import { textWidth } from '../../core/terminal/width';
import { lineElement, type BlockDefinition, type BlockOf } from '../block';

export const badgeBlock: BlockDefinition<BlockOf<'badge'>> = {
  elements: ({ label, role, text, detail = [] }, scheduler) => {
    const labelRuns = scheduler.line(` ${label} `, { role, badge: true, bold: true });
    const textRuns = scheduler.line([' ', ...(typeof text === 'string' ? [text] : text)], { role });
    return [lineElement([...labelRuns, ...textRuns], textWidth(label) + 3), ...detail.map((line) => lineElement(scheduler.line(line), 2))];
  },
  textLines: (block) => [`${block.label} ${plainText(block.text)}`, ...(block.detail ?? []).map(plainText)],
};
