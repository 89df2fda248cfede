import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { richTextSchema, roleSchema, singleLine } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('progress'),
    ...blockFields,
    text: richTextSchema.meta({ description: 'The words before the bar.', examples: ['Uploading'] }),
    role: roleSchema.optional().meta({ description: 'Colour of the bar.', default: 'info', examples: ['ok'] }),
    ms: z
      .number()
      .int()
      .min(100)
      .max(10_000)
      .default(1200)
      .meta({ description: 'How long the bar takes to fill.', unit: 'milliseconds', examples: [2000] }),
    done: singleLine.meta({ description: 'What stands behind the full bar.', examples: ['100 %', '3 / 3'] }),
  })
  .meta({ description: 'A bar that fills.', examples: [{ type: 'progress', text: 'Uploading', done: '100 %' }] });
