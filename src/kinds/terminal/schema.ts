import { z } from 'zod';
import type { CompiledSource } from '../../core/story';
import { sceneFields, terminalFields, terminalStepSchema } from '../../schema/scene';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('terminal'),
    ...terminalFields,
    steps: z
      .array(terminalStepSchema)
      .min(1)
      .meta({
        description: 'What is printed, stop by stop.',
        examples: [
          [
            {
              title: 'The tests pass',
              notes: { say: 'Everything is green.', point: 'The last line.' },
              blocks: [{ type: 'shell', prompt: '~/project $', command: 'npm test' }],
            },
          ],
        ],
      }),
  })
  .meta({
    description: 'A run in the terminal.',
    rule: 'It begins empty unless `continues`; the steps of a scene print below each other.',
    examples: [
      {
        kind: 'terminal',
        id: 'terminal',
        title: 'The agent asks for the weather',
        window: 'Terminal — ~/project',
        steps: [
          {
            title: 'The question',
            notes: { say: 'I ask, as anybody would.', point: 'The prompt.' },
            blocks: [
              { type: 'shell', prompt: '~/project $', command: 'my-agent' },
              { type: 'say', who: 'You:', role: 'user', typed: true, text: ['Will it rain in Lisbon?'] },
            ],
          },
          {
            title: 'The answer',
            notes: { say: 'One call, one answer.', point: 'The tool’s name.' },
            blocks: [
              { type: 'badge', label: 'tool', role: 'user', text: [{ text: 'forecast', role: 'text', bold: true }] },
              { type: 'code', tight: true, json: { city: 'Lisbon', days: 3 } },
              { type: 'say', who: 'Agent:', role: 'agent', text: ['No rain in Lisbon until Friday.'] },
            ],
          },
        ],
      },
    ],
  });

export type TerminalScene = CompiledSource<z.output<typeof schema>>;
