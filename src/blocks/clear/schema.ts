import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';

export const schema = z
  .strictObject({ type: z.literal('clear'), ...blockFields })
  .meta({ description: 'Clears the terminal. Only as the first block of a step.', examples: [{ type: 'clear' }] });
