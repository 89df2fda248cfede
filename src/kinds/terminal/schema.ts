import { z } from 'zod';
import { sceneFields, terminalFields, terminalStep } from '../../schema/scene';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('terminal'),
    ...terminalFields,
    steps: z.array(terminalStep).min(1).describe('What is printed, stop by stop.'),
  })
  .describe('A run in the terminal.');

export type TerminalSource = z.output<typeof schema>;
