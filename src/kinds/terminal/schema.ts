import { z } from 'zod';
import { sceneFields, terminalFields, terminalStep } from '../../schema/scene';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('terminal'),
    ...terminalFields,
    steps: z.array(terminalStep).min(1),
  })
  .describe('A run in the terminal.');

export type TerminalSource = z.output<typeof schema>;
