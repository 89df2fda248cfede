import { z } from 'zod';
import { code } from '../../schema/code';
import { sceneFields, stepFields, terminalFields, terminalStep } from '../../schema/scene';
import { line, words } from '../../schema/text';

const points = z
  .strictObject({ type: z.literal('points'), mark: words.describe('Before every point, for example "✗".'), items: z.array(line).min(1).describe('The points, in order.') })
  .describe('A list of short points.');

const example = z.strictObject({ type: z.literal('code'), code: code.describe('The code.') }).describe('A piece of code.');

const panelStep = z
  .strictObject({
    ...stepFields,
    panel: z
      .strictObject({
        tone: z.enum(['bad', 'good']).describe('Red or green.'),
        heading: line.describe('The line above the panel.'),
        title: line.optional().describe('The panel’s own title. Default: none.'),
        body: z.array(z.discriminatedUnion('type', [points, example])).min(1).describe('Points and code, in order.'),
      })
      .describe('One side. It stays beside the sides of the steps that follow.'),
    closing: line.optional().describe('The last word, below all sides. Default: none.'),
  })
  .describe('One side of the comparison.');

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('comparison'),
    ...terminalFields,
    steps: z
      .array(z.union([panelStep, terminalStep]))
      .min(1)
      .describe('Steps that print in the terminal (`blocks`) and steps that show a side (`panel`).'),
  })
  .describe('Sides set beside each other, after a run in the terminal that leads up to them.');

export type ComparisonSource = z.output<typeof schema>;
