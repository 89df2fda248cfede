import { z } from 'zod';
import { sceneFields, stepFields } from '../../schema/scene';
import { idSchema, nonEmptyLine } from '../../schema/text';

const exampleSteps = [{}, { moves: 'deploy' }, { moves: ['deploy', 'status'] }];

const paneSchema = z
  .strictObject({
    scene: nonEmptyLine.meta({
      description: 'The scene’s file, beside this one. Its steps keep their titles and notes.',
      examples: ['deploy.json'],
    }),
    width: z
      .number()
      .min(0.5)
      .max(3)
      .default(1)
      .meta({ description: 'Its share of the width, compared with the other panes.', unit: 'none', examples: [1.5] }),
  })
  .meta({
    id: 'pane',
    title: 'Pane',
    description: 'A scene that has a part of the stage.',
    examples: [{ scene: 'deploy.json', width: 1.5 }],
  });

const stepSchema = z
  .strictObject({
    title: stepFields.title
      .optional()
      .meta({
        description: 'The stop’s name in overviews.',
        otherwise: 'the title of the step that the first of these panes moves to',
        examples: ['The page follows'],
      }),
    notes: stepFields.notes
      .optional()
      .meta({
        description: 'For the speaker’s eyes only.',
        otherwise: 'the notes of the step that the first of these panes moves to',
        examples: [{ say: 'Watch the page at the right.', point: 'The green dot.' }],
      }),
    caption: stepFields.caption.meta({
      description: stepFields.caption.description,
      otherwise: 'the caption of the step that the first of these panes moves to',
      examples: ['The page follows within a second.'],
    }),
    keys: stepFields.keys,
    focus: stepFields.focus,
    dwell: stepFields.dwell,
    moves: z
      .union([idSchema, z.array(idSchema).min(1)])
      .optional()
      .meta({
        description: 'The id of the scene that goes on to its next step, or several. The others stand still.',
        otherwise: 'none: the first stop shows the first step of each',
        examples: ['deploy', ['deploy', 'status']],
      }),
  })
  .meta({ id: 'splitStep', title: 'Step of a split stage', description: 'A stop: who moves.', examples: exampleSteps });

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('split'),
    panes: z
      .array(paneSchema)
      .min(2)
      .max(3)
      .meta({
        description: 'Two or three scenes, from left to right; from top to bottom on portrait screens.',
        examples: [[{ scene: 'deploy.json' }, { scene: 'status.json' }]],
      }),
    steps: z
      .array(stepSchema)
      .min(1)
      .meta({ description: 'The stops. The first shows the first step of each pane.', examples: [exampleSteps] }),
  })
  .meta({
    description: 'Two or three scenes that share the stage.',
    rule:
      'A pane’s scene is a file of its own that `story.json` does not list. The first step has no `moves`; every later step moves ' +
      'at least one pane by one step, until all steps of all panes are shown: a pane of 3 steps is moved twice. A terminal in a ' +
      'pane has 48 columns.',
    examples: [
      {
        kind: 'split',
        id: 'split',
        title: 'Deploy and watch',
        panes: [{ scene: 'deploy.json' }, { scene: 'status.json' }],
        steps: exampleSteps,
      },
    ],
  });

export type SplitSource = z.output<typeof schema>;
