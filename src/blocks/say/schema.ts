import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { pausedLine } from '../../schema/pausedLine';
import { nonEmptyLine, richTextSchema, roleSchema } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('say'),
    ...blockFields,
    who: nonEmptyLine.meta({ description: 'The speaker’s label.', examples: ['You:', 'Agent:'] }),
    role: roleSchema.meta({ description: 'Colour of the label.', examples: ['user', 'agent'] }),
    text: z
      .array(pausedLine(richTextSchema, 'Let me look.'))
      .min(1)
      .meta({ description: 'What is said, a list of lines.', examples: [['Which cities had rain today?']] }),
    typed: z
      .boolean()
      .optional()
      .meta({
        description: 'Typed key by key, as by a person; otherwise it arrives word by word, as from a model.',
        default: false,
        examples: [true],
      }),
  })
  .meta({
    description: 'Somebody speaks: a person typing, or the agent streaming words.',
    examples: [{ type: 'say', who: 'You:', role: 'user', typed: true, text: ['Which cities had rain today?'] }],
  });
