import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { linePause } from '../../schema/pausedLine';
import { richTextSchema, singleLine } from '../../schema/text';

const cells = z.array(richTextSchema).min(1);

export const schema = z
  .strictObject({
    type: z.literal('table'),
    ...blockFields,
    head: z
      .array(singleLine)
      .optional()
      .meta({ description: 'Names of the columns.', examples: [['CITY', 'RAIN']] }),
    rows: z
      .array(
        z.union([
          cells,
          z
            .strictObject({ cells: cells.meta({ description: 'The cells of the row.', examples: [['Lisbon', '4 mm']] }), pause: linePause })
            .meta({ description: 'A row with a pause before it.', examples: [{ cells: ['Lisbon', '4 mm'], pause: 800 }] }),
        ]),
      )
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
