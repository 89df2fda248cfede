import { z } from 'zod';

/** Fields every block has. */
export const blockFields = {
  tight: z
    .boolean()
    .optional()
    .meta({ description: 'Joins the block to the one before, without an empty line.', default: false, examples: [true] }),
  pause: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .meta({
      description: 'How long to wait before the block appears.',
      unit: 'milliseconds',
      otherwise: 'the story’s `timing.pause`',
      examples: [600],
    }),
};
