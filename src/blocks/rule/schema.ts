import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';

export const schema = z
  .strictObject({ type: z.literal('rule'), ...blockFields })
  .meta({ description: 'A line across the terminal, between two sections.', examples: [{ type: 'rule' }] });
