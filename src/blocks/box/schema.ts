import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { richTextSchema, roleSchema } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('box'),
    ...blockFields,
    role: roleSchema.optional().meta({ description: 'Colour of the frame.', default: 'accent', examples: ['info'] }),
    lines: z
      .array(richTextSchema)
      .min(1)
      .meta({ description: 'The lines in the frame.', examples: [['my-agent v2.1', 'Model: the-one-we-use']] }),
  })
  .meta({
    description: 'Lines in a rounded frame, as programs greet with.',
    examples: [
      { type: 'box', role: 'accent', lines: [[{ text: 'my-agent v2.1', bold: true }], [{ text: 'Model: the-one-we-use', role: 'dim' }]] },
    ],
  });
