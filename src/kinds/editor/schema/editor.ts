import { z } from 'zod';
import { sceneFields } from '../../../schema/scene';
import { nonEmptyLine } from '../../../schema/text';
import { filesSchema } from './source';
import { editorStepSchema } from './step';

const exampleSteps = [
  {
    title: 'The total',
    notes: { say: 'This adds up a cart.', point: 'The wavy line.' },
    open: 'src/total.py',
    problems: [{ text: 'cart', severity: 'warning', message: 'A cart without a type. What is in it?' }],
  },
  {
    title: 'With a type',
    notes: { say: 'Now the type checker helps.', point: 'The new class.' },
    change: [{ file: 'total.py', region: 'typed' }],
    highlight: ['Item'],
  },
  {
    title: 'The tests pass',
    notes: { say: 'And it still works.', point: 'The terminal.' },
    blocks: [
      { type: 'shell', prompt: '~/shop $', command: 'pytest' },
      { type: 'badge', tight: true, label: 'PASS', role: 'ok', text: '3 tests of src/total.py' },
    ],
  },
];

const steps = editorStepSchema.meta({
  id: 'editorStep',
  title: 'Step of an editor',
  description: 'A stop at the editor.',
  examples: exampleSteps,
});

export const example = {
  kind: 'editor',
  id: 'editor',
  title: 'A total with a type',
  window: 'shop',
  files: [{ name: 'src/total.py', file: 'total.py', region: 'loose' }, 'src/cart.py', 'test/test_total.py', 'pyproject.toml'],
  steps: exampleSteps,
};

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('editor'),
    window: nonEmptyLine.meta({ description: 'Title of the window.', examples: ['shop'] }),
    files: filesSchema,
    tree: z
      .boolean()
      .default(true)
      .meta({ description: 'Shows the tree of files at the side, where there is room.', examples: [false] }),
    steps: z
      .array(steps)
      .min(1)
      .meta({
        description: 'The stops. Open files, versions, the second pane and the terminal stay as they are.',
        examples: [exampleSteps],
      }),
  })
  .meta({
    description: 'A code editor: files that change from step to step, problems, diffs, and a terminal below.',
    rule:
      'A text in `files` is only a name in the tree; at least one entry has code. Words in `replace`, `after`, `highlight` and ' +
      '`problems` stand in the code at that step, as whole words; places are words, line numbers or "3-5". A line has about 70 characters.',
    examples: [example],
  });

export type EditorSource = z.output<typeof schema>;
