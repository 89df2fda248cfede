import { defineKind, sceneFields, stepFields } from 'understudy-demo';
import { z } from 'zod';
import type { ChartScene } from './chartScene.ts';
import { ChartView } from './ChartView.tsx';
import { GROW_MS } from './growMs.ts';
import { parseCsv } from './parseCsv.ts';

const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('chart'),
    window: z.string().min(1).meta({ description: 'Title of the window.', examples: ['Terminal — ~/shop'] }),
    heading: z.string().min(1).meta({ description: 'What the chart shows.', examples: ['Keys in use'] }),
    data: z.string().min(1).meta({
      description: 'A CSV file beside this one: a column of labels, then a column of numbers for each step.',
      examples: ['keys.csv'],
    }),
    unit: z.string().default('').meta({ description: 'Follows each number.', examples: ['keys'] }),
    steps: z
      .array(z.strictObject(stepFields).meta({ description: 'One column of the file.' }))
      .min(1)
      .meta({ description: 'The columns, stop by stop.' }),
  })
  .meta({
    description: 'Bars that grow and shrink from step to step.',
    examples: [],
  });

type ChartSource = z.output<typeof schema>;

export default defineKind<ChartScene>({
  name: 'chart',
  schema,
  View: ChartView,

  describe: ({ window, heading, unit, steps }, step) => ({
    surface: 'board',
    window,
    playMs: GROW_MS,
    textLines: [...(step === 0 ? [window, heading] : []), ...(steps[step]?.bars ?? []).map(({ label, value }) => `${label}: ${value} ${unit}`)],
  }),

  compile: async ({ data, steps, ...scene }: ChartSource, { readFile, report }) => {
    const bytes = await readFile(data, ['data']);
    if (!bytes) return undefined;
    const table = parseCsv(bytes.toString());
    if ('problem' in table) {
      report({ path: ['data'], found: `${data}, ${table.problem}`, expected: 'labels and numbers, separated by commas' });
      return undefined;
    }
    if (table.columns !== steps.length) {
      report({ path: ['steps'], found: `${steps.length} steps`, expected: `${table.columns}, one for each column of numbers in ${data}` });
      return undefined;
    }
    return {
      ...scene,
      steps: steps.map((each, step) => ({ ...each, bars: table.rows.map(({ label, values }) => ({ label, value: values[step]! })) })),
    };
  },

  example: {
    kind: 'chart',
    id: 'keys',
    title: 'Keys in use',
    window: 'Terminal — ~/shop',
    heading: 'Keys in use',
    data: 'keys.csv',
    unit: 'keys',
    steps: [
      { title: 'Before', notes: { say: 'One key for everybody.', point: 'The long bar.' } },
      { title: 'After', notes: { say: 'Nobody shares a key.', point: 'The short bar.' } },
      { title: 'A month later', notes: { say: 'And it stays so.', point: 'The zero.' } },
    ],
  },
});
