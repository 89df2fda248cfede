import { z } from 'zod';
import { sceneFields, stepFields, terminalFields } from '../../schema/scene';
import { nonEmptyLine } from '../../schema/text';

const step = z
  .strictObject({
    title: nonEmptyLine
      .optional()
      .meta({
        description: 'The stop’s name in overviews.',
        otherwise: 'the label of the marker it begins with, else the scene’s title and a number',
        examples: ['The tests run'],
      }),
    notes: stepFields.notes
      .optional()
      .meta({
        description: 'For the speaker’s eyes only.',
        otherwise: 'the stop’s title to say, the window’s title to point at',
        examples: [{ say: 'This ran last night, as you see it.', point: 'The failing test.' }],
      }),
    focus: stepFields.focus,
    caption: stepFields.caption,
    keys: stepFields.keys,
    dwell: stepFields.dwell,
    at: z
      .number()
      .min(0)
      .optional()
      .meta({
        description: 'Where the stop begins in the recording, as its file counts. On every step but the first, or on none.',
        unit: 'seconds',
        otherwise: 'at the recording’s markers',
        examples: [12.5],
      }),
  })
  .meta({ description: 'One stop of the recording.', examples: [{ title: 'The tests run', at: 12.5 }] });

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('recording'),
    window: terminalFields.window,
    file: nonEmptyLine
      .refine((name) => !/[/\\]/u.test(name), 'the name of a file beside this one, without a folder')
      .meta({ description: 'The recording: an asciicast file of version 1, 2 or 3 beside this one.', examples: ['demo.cast'] }),
    idle: z
      .number()
      .min(0)
      .max(60)
      .optional()
      .meta({
        description: 'Longest pause in the recording that is kept.',
        unit: 'seconds',
        otherwise: 'the `idle_time_limit` in the file, else 2',
        examples: [1],
      }),
    steps: z
      .array(step)
      .min(1)
      .optional()
      .meta({
        description: 'The stops, in order: as many as the recording has.',
        otherwise: 'named by the recording’s markers',
        examples: [[{ title: 'The tests start' }, { title: 'One fails', at: 12.5 }]],
      }),
  })
  .meta({
    description: 'A recorded session, played in the terminal; its markers are the stops.',
    rule: '`file` is an asciicast beside the scene. `steps` has as many entries as the recording has stops, or is left out.',
    examples: [
      {
        kind: 'recording',
        id: 'tests',
        title: 'The tests, as they ran',
        window: 'Terminal — ~/shop',
        file: 'session.cast',
        steps: [
          { title: 'The tests run', notes: { say: 'This ran last night, as you see it.', point: 'The check marks.' } },
          { title: 'One of them fails', notes: { say: 'It names the line and both values.', point: '30 and 27.' } },
        ],
      },
    ],
  });

export type RecordingSource = z.output<typeof schema>;
