import { z } from 'zod';
import { blockFields } from '../../schema/blockFields';
import { linePause } from '../../schema/pausedLine';
import { richTextSchema, singleLine, nonEmptyLine } from '../../schema/text';

const line = z
  .strictObject({
    text: richTextSchema.meta({ description: 'What the line says.', examples: ['312 tests passed'] }),
    level: z
      .enum(['debug', 'info', 'warn', 'error', 'ok'])
      .optional()
      .meta({ description: 'How serious it is: stands in a column of its own, in its colour.', otherwise: 'none', examples: ['warn'] }),
    time: nonEmptyLine
      .optional()
      .meta({
        description: 'When it was written: stands in the first column. As hh:mm:ss it sets the `clock` for the lines after it.',
        otherwise: 'by the `clock`, if there is one',
        examples: ['12:04:58', '+1.2 s'],
      }),
    pause: linePause,
  })
  .meta({
    description: 'A line with its level, its time, or a pause before it.',
    examples: [{ level: 'ok', text: '312 tests passed', pause: 800 }],
  });

export const schema = z
  .strictObject({
    type: z.literal('log'),
    ...blockFields,
    lines: z
      .array(z.union([richTextSchema, line]))
      .min(1)
      .max(500)
      .meta({
        description: 'The lines, in order: each a text, or an object with more about it.',
        examples: [['Installing packages', { level: 'ok', text: '312 tests passed', pause: 800 }]],
      }),
    every: z
      .number()
      .int()
      .min(0)
      .max(10_000)
      .optional()
      .meta({
        description: 'How long to wait, beyond `timing.line`, before each line after the first that has no `pause` of its own.',
        unit: 'milliseconds',
        otherwise: '0',
        examples: [150],
      }),
    clock: singleLine
      .regex(/^([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{3})?$/u, 'a time of day as hh:mm:ss or hh:mm:ss.mmm')
      .optional()
      .meta({
        description: 'The time of the first line. Every line without a `time` shows it. Only `pause` and `every` move it on.',
        otherwise: 'only lines with a `time` show one',
        examples: ['12:04:31'],
      }),
    fold: z
      .number()
      .int()
      .min(1)
      .max(12)
      .optional()
      .meta({
        description:
          'How many rows stay visible: once there are more, the earlier ones give way to a row that says how many lines are above.',
        unit: 'rows',
        otherwise: 'all lines stay',
        examples: [6],
      }),
    above: singleLine
      .default('more above')
      .meta({ description: 'What stands behind the number of lines that `fold` has put away.', examples: ['weitere darüber'] }),
  })
  .meta({
    description: 'Lines that arrive one by one, as from a build: with levels, times, and pauses of their own.',
    examples: [
      {
        type: 'log',
        clock: '12:04:31',
        every: 200,
        fold: 4,
        lines: [
          { level: 'info', text: 'Installing packages' },
          { level: 'debug', text: '412 packages from the cache' },
          { level: 'info', text: 'Running tests', pause: 900 },
          { level: 'warn', text: 'profile.test.ts took 1.4 s' },
          { level: 'error', text: 'checkout.test.ts: expected 200, got 500' },
          { level: 'ok', text: [{ text: '311', bold: true }, ' of 312 tests passed'], pause: 600 },
        ],
      },
    ],
  });
