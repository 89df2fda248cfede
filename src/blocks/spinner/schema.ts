import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { nonEmptyLine, richTextSchema, roleSchema } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('spinner'),
    ...blockFields,
    frames: z
      .array(nonEmptyLine)
      .min(1)
      .meta({ description: 'What it turns through; the first is the still picture.', examples: [['◠', '◝', '◞', '◡', '◟', '◜']] }),
    role: roleSchema.meta({ description: 'Colour of the sign and the words.', examples: ['warn'] }),
    text: richTextSchema.meta({ description: 'What is waited for.', examples: ['Waiting for the browser...'] }),
    done: z
      .strictObject({
        ms: z
          .number()
          .int()
          .min(100)
          .max(10_000)
          .default(1200)
          .meta({ description: 'How long it turns before that.', unit: 'milliseconds', examples: [1500] }),
        mark: nonEmptyLine.default('✓').meta({ description: 'The sign that takes its place.', examples: ['✓'] }),
        role: roleSchema.default('ok').meta({ description: 'Colour of that sign.', examples: ['ok'] }),
        text: richTextSchema.meta({ description: 'The words that take the place of `text`.', examples: ['Image built in 41 s'] }),
      })
      .optional()
      .meta({
        description:
          'How the wait ends within the step. Without it the spinner turns until the story goes on, and is the last block of its step.',
        examples: [{ ms: 1500, mark: '✓', role: 'ok', text: 'Image built in 41 s' }],
      }),
  })
  .meta({
    description: 'A wait that turns: until the story goes on, or until it is done.',
    examples: [{ type: 'spinner', frames: ['◠', '◝', '◞', '◡', '◟', '◜'], role: 'warn', text: 'Waiting for the browser...' }],
  });
