import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { checkTabbedCode, tabbedCodeFields } from '../../schema/code';
import { roleSchema } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('code'),
    ...blockFields,
    ...tabbedCodeFields,
    role: roleSchema.optional().meta({ description: 'Colour of the frame.', default: 'dim', examples: ['error'] }),
  })
  .superRefine(checkTabbedCode)
  .meta({
    description: 'Code in a frame, coloured by its grammar.',
    examples: [{ type: 'code', label: '// params', json: { city: 'Lisbon', days: 3 } }],
  });
