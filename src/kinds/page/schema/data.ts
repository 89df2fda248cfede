import { z } from 'zod';
import { choice, definePart, icon, styled, TONES, tone, words } from './part';
import { rule } from './rules';

const number = (description: string, example: number) => z.number().meta({ description, unit: 'none', examples: [example] });

const stat = definePart(
  'stat',
  'A number that matters, with its change.',
  { label: 'p95 latency', value: '412 ms', change: '−18 %', tone: 'ok', trend: [520, 500, 430, 412] },
  {
    label: styled('What it counts.', 'p95 latency'),
    value: words('The number, as it is read.', '412 ms'),
    change: words('How it changed.', '−18 %').optional(),
    tone,
    icon: icon.optional(),
    trend: z
      .array(number('A value.', 412))
      .min(2)
      .max(60)
      .optional()
      .meta({ description: 'Values for a small line below it, oldest first.', otherwise: 'no line', examples: [[520, 430, 412]] }),
  },
);

const chart = definePart(
  'chart',
  'A chart. When a step changes its values, it moves to them.',
  { title: 'Errors per hour', shape: 'bars', labels: ['9:00', '10:00', '11:00'], series: [{ label: 'errors', values: [12, 40, 3] }] },
  {
    title: styled('Stands above it.', 'Errors per hour').optional(),
    shape: choice(['bars', 'line', 'donut'], 'How values are drawn.', [
      'A bar for each value.',
      'A line for each series.',
      'A ring; each label has a share of it.',
    ]),
    labels: z
      .array(words('A label.', '9:00'))
      .min(1)
      .max(60)
      .meta({ description: 'What the values are of, in order.', examples: [['9:00', '10:00']] }),
    series: z
      .array(
        z
          .strictObject({
            label: words('What the values count.', 'errors').optional(),
            values: z
              .array(number('A value.', 12))
              .min(1)
              .max(60)
              .meta({ description: 'A value for each label.', examples: [[12, 40]] }),
            tone: z
              .enum(TONES)
              .optional()
              .meta({ description: 'Its colour.', otherwise: 'a colour of its own', examples: ['error'] }),
          })
          .meta({ description: 'Values that belong together.', examples: [{ label: 'errors', values: [12, 40] }] }),
      )
      .min(1)
      .max(6)
      .meta({ description: 'The values; a ring has one series.', examples: [[{ label: 'errors', values: [12, 40] }]] }),
    unit: words('Follows the numbers of the scale, and those beside a ring.', 'ms').optional(),
    max: number('The value at the top of the chart.', 50)
      .positive()
      .optional()
      .meta({
        description: 'The value at the top of the chart.',
        unit: 'none',
        otherwise: 'the largest value of any step, rounded up',
        examples: [50],
      }),
    middle: words('Stands in the middle of a ring.', '92 %').optional(),
  },
).superRefine(rule('chart'));

export const dataParts = [stat, chart] as const;
