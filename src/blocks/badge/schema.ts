import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { nonEmptyLine, richTextSchema, roleSchema } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('badge'),
    ...blockFields,
    label: nonEmptyLine.meta({ description: 'The words in the tag.', examples: ['tool', '403'] }),
    role: roleSchema.meta({ description: 'Colour of the tag, and of the words beside it.', examples: ['error'] }),
    text: richTextSchema.meta({ description: 'The words beside the tag.', examples: ['forecast'] }),
    detail: z
      .array(richTextSchema)
      .optional()
      .meta({ description: 'Lines below the badge.', examples: [['Took 0.4 s']] }),
  })
  .meta({
    description: 'A coloured tag with words beside it: a tool call, a status.',
    examples: [{ type: 'badge', label: '403', role: 'error', text: '✗ Forbidden', detail: ['The token lacks the scope forecast:write.'] }],
  });
