import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { richTextSchema, singleLine } from '../../schema/text';

export const schema = z
  .strictObject({
    type: z.literal('table'),
    ...blockFields,
    head: z
      .array(singleLine)
      .optional()
      .meta({ description: 'Names of the columns.', examples: [['CITY', 'RAIN']] }),
    rows: z
      .array(z.array(richTextSchema).min(1))
      .min(1)
      .meta({ description: 'The rows, each a list of cells.', examples: [[['Lisbon', '4 mm']]] }),
  })
  .meta({
    description: 'Rows and columns, as wide as their cells; on a narrow screen each row becomes a few lines.',
    examples: [
      {
        type: 'table',
        head: ['SERVICE', 'VERSION', 'STATE'],
        rows: [
          ['web', '1.4.2 → 1.5.0', [{ text: 'changes', role: 'warn' }]],
          ['search', '0.1.0', [{ text: 'new', role: 'ok' }]],
        ],
      },
    ],
  });
