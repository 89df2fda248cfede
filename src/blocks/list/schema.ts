import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { linePause } from '../../schema/pausedLine';
import { nonEmptyLine, richTextSchema, roleSchema } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('list'),
    ...blockFields,
    heading: richTextSchema.optional().meta({ description: 'The line above the rows.', examples: ['Servers:'] }),
    items: z
      .array(
        z.strictObject({
          mark: nonEmptyLine.meta({ description: 'The sign before the row.', examples: ['✓', '●'] }),
          role: roleSchema.meta({ description: 'Colour of the sign.', examples: ['ok'] }),
          text: richTextSchema.meta({ description: 'The words of the row.', examples: ['calendar, signed in'] }),
          pause: linePause,
        }),
      )
      .min(1)
      .meta({ description: 'The rows, in order.', examples: [[{ mark: '✓', role: 'ok', text: 'calendar, signed in' }]] }),
  })
  .meta({
    description: 'A heading and a row for each item, with a mark before it.',
    examples: [
      {
        type: 'list',
        heading: 'Servers:',
        items: [
          { mark: '✓', role: 'ok', text: 'calendar, signed in' },
          { mark: '●', role: 'warn', text: ['weather, ', { text: 'not signed in', role: 'warn', bold: true }] },
        ],
      },
    ],
  });
