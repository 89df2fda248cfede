import { codeLines } from '../../core/codeLines';
import { lineComments } from '../../core/lineComments';
import type { TextStyle } from '../../core/terminal/timedRun';
import { indentOf, lineElement, type BlockDefinition, type BlockOf } from '../block';

export const codeBlock: BlockDefinition<BlockOf<'code'>> = {
  elements: (block, scheduler) => {
    const comments = lineComments(block.lines);
    const lines = block.lines.map((tokens, index) => {
      const comment = comments[index];
      const indent = indentOf(tokens.map(([text]) => text).join(''));
      return {
        pieces: scheduler.line(tokens.map(([text, role]) => ({ text, role }))),
        hang: comment?.at === indent ? indent : indent + 2,
        comment,
      };
    });
    const tabs = (block.tabs ?? []).flatMap((name) => scheduler.append(` ${name} `, tabStyle(block, name)));
    return [
      ...(block.tabs ? [lineElement(tabs, 1)] : []),
      { kind: 'box', role: block.role ?? 'dim', label: block.label, hug: false, lines },
    ];
  },
  textLines: codeLines,
};

/** The tab that is shown is filled in the colour of the frame. */
function tabStyle({ role = 'info', show }: BlockOf<'code'>, name: string): Partial<TextStyle> {
  return name === show ? { role, bold: true, badge: true } : { role: 'dim' };
}
