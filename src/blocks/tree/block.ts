import { textWidth } from '../../core/terminal/width';
import { indentOf, lineElement, textAndPause, type BlockDefinition, type BlockOf } from '../block';

export const treeBlock: BlockDefinition<BlockOf<'tree'>> = {
  elements: (block, scheduler) =>
    treeBranches(treeLines(block)).map(({ lead, text }, index) => {
      scheduler.pause(textAndPause(block.lines[index] ?? '').pause);
      return lineElement([...scheduler.line(lead, { role: 'dim' }), ...scheduler.line(text)], textWidth(lead) + 2);
    }),
  textLines: treeLines,
};

function treeLines({ lines }: BlockOf<'tree'>): readonly string[] {
  return lines.map((line) => textAndPause(line).text);
}

/** Returns the text of each entry, and the connecting lines before it. */
function treeBranches(lines: readonly string[]): readonly { readonly lead: string; readonly text: string }[] {
  const depths = lines.map((each) => indentOf(each) / 2);
  return lines.map((each, index) => {
    const depth = depths[index] ?? 0;
    // Whether a later entry has the same parent as this line's ancestor at `level`.
    const hasSibling = (level: number): boolean => depths.slice(index + 1).find((other) => other <= level) === level;
    const trunk = Array.from({ length: Math.max(0, depth - 1) }, (_, above) => (hasSibling(above + 1) ? '│  ' : '   ')).join('');
    return { lead: depth === 0 ? '' : `${trunk}${hasSibling(depth) ? '├─ ' : '└─ '}`, text: each.trimStart() };
  });
}
