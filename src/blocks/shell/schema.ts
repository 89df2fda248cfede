import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { nonEmptyLine, singleLine } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('shell'),
    ...blockFields,
    prompt: nonEmptyLine.meta({ description: 'What stands before the command.', examples: ['~/project $'] }),
    command: singleLine.meta({ description: 'What is typed, key by key.', examples: ['npm test'] }),
  })
  .meta({
    description: 'A shell prompt with a command typed after it.',
    examples: [{ type: 'shell', prompt: '~/project $', command: 'npm test' }],
  });
