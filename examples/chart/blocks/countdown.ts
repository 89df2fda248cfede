import { blockFields, defineBlock } from 'understudy-demo';
import { z } from 'zod';

const schema = z
  .strictObject({
    ...blockFields,
    type: z.literal('countdown'),
    label: z.string().min(1).meta({ description: 'What is counted down to.', examples: ['Go-live in'] }),
    from: z.number().int().min(1).max(10).meta({ description: 'The first number.', examples: [3] }),
  })
  .meta({ description: 'Numbers down to one, a line each, then a check mark.', examples: [{ type: 'countdown', label: 'Go-live in', from: 3 }] });

export default defineBlock<z.output<typeof schema>>({
  type: 'countdown',
  schema,
  expand: ({ label, from }) => [
    { type: 'text', lines: Array.from({ length: from }, (_, index) => `${label} ${from - index}`), pause: 400 },
    { type: 'badge', label: '✓', role: 'ok', text: 'Done' },
  ],
});
