import { codeLines } from '../../core/codeLines';
import { lineComments } from '../../core/lineComments';
import { indentOf, type BlockDefinition, type BlockOf } from '../block';

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
    return [{ kind: 'box', role: block.role ?? 'dim', label: block.label, hug: false, lines }];
  },
  textLines: codeLines,
};
