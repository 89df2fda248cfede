import { z } from 'zod';
import type { CompiledSource } from '../../core/story';
import { codeSchema } from '../../schema/code';
import { imageFields } from '../../schema/image';
import { sceneFields, stepFields, terminalFields, terminalStepSchema } from '../../schema/scene';
import { singleLine, nonEmptyLine } from '../../schema/text';

const points = z
  .strictObject({
    type: z.literal('points'),
    mark: nonEmptyLine.meta({ description: 'Before every point.', examples: ['✗', '✓'] }),
    items: z
      .array(singleLine)
      .min(1)
      .meta({ description: 'The points, in order.', examples: [['One key for everybody']] }),
  })
  .meta({
    id: 'points',
    title: 'Points',
    description: 'A list of short points.',
    examples: [{ type: 'points', mark: '✗', items: ['One key for everybody', 'Nobody knows who asked'] }],
  });

const codePanel = z
  .strictObject({ type: z.literal('code'), code: codeSchema })
  .meta({
    id: 'codePanel',
    title: 'Code on a side',
    description: 'A piece of code.',
    examples: [{ type: 'code', code: { label: '// config.json', json: { key: 'shared' } } }],
  });

const picturePanel = z
  .strictObject({ type: z.literal('image'), ...imageFields })
  .meta({
    id: 'picturePanel',
    title: 'Picture on a side',
    description: 'A picture from a file. It takes the room that points and code leave.',
    examples: [{ type: 'image', src: 'dashboard.png', alt: 'The dashboard. Sign-ins rise from 200 to 900 a day.' }],
  });

const exampleStep = {
  title: 'Before',
  notes: { say: 'This is how it was.', point: 'The key in the file.' },
  panel: {
    tone: 'bad',
    heading: 'Before',
    body: [
      { type: 'points', mark: '✗', items: ['One key for everybody', 'Nobody knows who asked'] },
      { type: 'code', code: { label: '// config.json', json: { key: 'shared-by-all' }, mark: [{ text: 'shared-by-all', role: 'error' }] } },
    ],
  },
};

const panelStep = z
  .strictObject({
    ...stepFields,
    panel: z
      .strictObject({
        tone: z
          .enum(['bad', 'good'])
          .meta({
            description: 'Red or green.',
            enumDescriptions: ['Red: how it should not be.', 'Green: how it should.'],
            examples: ['good'],
          }),
        heading: singleLine.meta({ description: 'The line above the panel.', examples: ['Before'] }),
        title: singleLine.optional().meta({ description: 'The panel’s own title.', examples: ['One key, shared'] }),
        body: z
          .array(z.discriminatedUnion('type', [points, codePanel, picturePanel]))
          .min(1)
          .meta({
            description: 'Points, code and pictures, in order.',
            examples: [[{ type: 'points', mark: '✗', items: ['One key for everybody'] }]],
          }),
      })
      .meta({ description: 'One side. It stays beside the sides of the steps that follow.', examples: [exampleStep.panel] }),
    closing: singleLine.optional().meta({ description: 'The last word, below all sides.', examples: ['Everybody with their own key.'] }),
  })
  .meta({ id: 'panelStep', title: 'Panel step', description: 'A stop that shows one side of the comparison.', examples: [exampleStep] });

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('comparison'),
    ...terminalFields,
    steps: z
      .array(z.union([panelStep, terminalStepSchema]))
      .min(1)
      .meta({
        description: 'Steps that print in the terminal (`blocks`) and steps that show a side (`panel`).',
        examples: [[exampleStep]],
      }),
  })
  .meta({
    description: 'Sides set beside each other, after a run in the terminal that leads up to them if you like.',
    rule: 'Two sides, three at most; lines of code of up to 40 characters, points of a few words.',
    examples: [
      {
        kind: 'comparison',
        id: 'comparison',
        title: 'Before and after',
        window: 'Terminal — ~/project',
        steps: [
          exampleStep,
          {
            title: 'After',
            notes: { say: 'And this is how it is now.', point: 'No key at all.' },
            panel: {
              tone: 'good',
              heading: 'After',
              body: [
                { type: 'code', code: { label: '// config.json', json: { url: 'https://weather.example.com/mcp' } } },
                { type: 'points', mark: '✓', items: ['Everybody signs in', 'Nothing to leak'] },
              ],
            },
            closing: 'The agent can do what you can do. No more.',
          },
        ],
      },
    ],
  });

export type ComparisonScene = CompiledSource<z.output<typeof schema>>;
export type PanelStep = Extract<ComparisonScene['steps'][number], { panel: unknown }>;
