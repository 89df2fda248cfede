import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { pausedLine } from '../../schema/pausedLine';
import { richTextSchema } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('text'),
    ...blockFields,
    lines: z
      .array(pausedLine(richTextSchema, 'Done in 2 s.'))
      .min(1)
      .meta({ description: 'The lines.', examples: [['Done in 2 s.']] }),
  })
  .meta({
    description: 'Plain lines of output.',
    examples: [{ type: 'text', lines: ['14 files checked', [{ text: 'Done', role: 'ok', bold: true }, ' in 2 s.']] }],
  });
