import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { pausedLine } from '../../schema/pausedLine';
import { nonEmptyLine } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('tree'),
    ...blockFields,
    lines: z
      .array(pausedLine(nonEmptyLine, '  main.ts'))
      .min(1)
      .meta({
        description: 'A line for each entry, two spaces further in than the entry it belongs to.',
        examples: [['src/', '  main.ts']],
      }),
  })
  .superRefine(({ lines }, context) => {
    let depth = -1;
    lines.forEach((line, index) => {
      const each = typeof line === 'string' ? line : line.text;
      const spaces = each.length - each.trimStart().length;
      if (spaces % 2 !== 0 || spaces / 2 > depth + 1)
        context.addIssue({
          code: 'custom',
          path: ['lines', index],
          message: 'two spaces further in than the line above, or as far as a line before it',
        });
      depth = Math.floor(spaces / 2);
    });
  })
  .meta({
    description: 'Files and folders, or anything else that branches.',
    rule: 'Lines are indented by two spaces a level.',
    examples: [{ type: 'tree', lines: ['my-talk/', '  story.json', '  scenes/', '    terminal.json', '    comparison.json'] }],
  });
