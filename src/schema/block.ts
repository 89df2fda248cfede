import { z } from 'zod';
import { codeFields, hasOneSource, ONE_SOURCE_MESSAGE } from './code';
import { singleLine, richTextSchema, roleSchema, nonEmptyLine } from './text';

/** Fields every block has. */
const baseFields = {
  tight: z
    .boolean()
    .optional()
    .meta({ description: 'Joins the block to the one before, without an empty line.', default: false, examples: [true] }),
  pause: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .meta({
      description: 'How long to wait before the block appears.',
      unit: 'milliseconds',
      otherwise: 'the story’s `timing.pause`',
      examples: [600],
    }),
};

const shell = z
  .strictObject({
    type: z.literal('shell'),
    ...baseFields,
    prompt: nonEmptyLine.meta({ description: 'What stands before the command.', examples: ['~/project $'] }),
    command: singleLine.meta({ description: 'What is typed, key by key.', examples: ['npm test'] }),
  })
  .meta({
    description: 'A shell prompt with a command typed after it.',
    examples: [{ type: 'shell', prompt: '~/project $', command: 'npm test' }],
  });

const say = z
  .strictObject({
    type: z.literal('say'),
    ...baseFields,
    who: nonEmptyLine.meta({ description: 'The speaker’s label.', examples: ['You:', 'Agent:'] }),
    role: roleSchema.meta({ description: 'Colour of the label.', examples: ['user', 'agent'] }),
    text: z
      .array(richTextSchema)
      .min(1)
      .meta({ description: 'What is said, a list of lines.', examples: [['Which cities had rain today?']] }),
    typed: z
      .boolean()
      .optional()
      .meta({
        description: 'Typed key by key, as by a person; otherwise it arrives word by word, as from a model.',
        default: false,
        examples: [true],
      }),
  })
  .meta({
    description: 'Somebody speaks: a person typing, or the agent streaming words.',
    examples: [{ type: 'say', who: 'You:', role: 'user', typed: true, text: ['Which cities had rain today?'] }],
  });

const box = z
  .strictObject({
    type: z.literal('box'),
    ...baseFields,
    role: roleSchema.optional().meta({ description: 'Colour of the frame.', default: 'accent', examples: ['info'] }),
    lines: z
      .array(richTextSchema)
      .min(1)
      .meta({ description: 'The lines in the frame.', examples: [['my-agent v2.1', 'Model: the-one-we-use']] }),
  })
  .meta({
    description: 'Lines in a rounded frame, as programs greet with.',
    examples: [
      { type: 'box', role: 'accent', lines: [[{ text: 'my-agent v2.1', bold: true }], [{ text: 'Model: the-one-we-use', role: 'dim' }]] },
    ],
  });

const list = z
  .strictObject({
    type: z.literal('list'),
    ...baseFields,
    heading: richTextSchema.optional().meta({ description: 'The line above the rows.', examples: ['Servers:'] }),
    items: z
      .array(
        z.strictObject({
          mark: nonEmptyLine.meta({ description: 'The sign before the row.', examples: ['✓', '●'] }),
          role: roleSchema.meta({ description: 'Colour of the sign.', examples: ['ok'] }),
          text: richTextSchema.meta({ description: 'The words of the row.', examples: ['calendar, signed in'] }),
        }),
      )
      .min(1)
      .meta({ description: 'The rows, in order.', examples: [[{ mark: '✓', role: 'ok', text: 'calendar, signed in' }]] }),
  })
  .meta({
    description: 'A heading and a row for each item, with a mark before it.',
    examples: [
      {
        type: 'list',
        heading: 'Servers:',
        items: [
          { mark: '✓', role: 'ok', text: 'calendar, signed in' },
          { mark: '●', role: 'warn', text: ['weather, ', { text: 'not signed in', role: 'warn', bold: true }] },
        ],
      },
    ],
  });

const badge = z
  .strictObject({
    type: z.literal('badge'),
    ...baseFields,
    label: nonEmptyLine.meta({ description: 'The words in the tag.', examples: ['tool', '403'] }),
    role: roleSchema.meta({ description: 'Colour of the tag, and of the words beside it.', examples: ['error'] }),
    text: richTextSchema.meta({ description: 'The words beside the tag.', examples: ['forecast'] }),
    detail: z
      .array(richTextSchema)
      .optional()
      .meta({ description: 'Lines below the badge.', examples: [['Took 0.4 s']] }),
  })
  .meta({
    description: 'A coloured tag with words beside it: a tool call, a status.',
    examples: [{ type: 'badge', label: '403', role: 'error', text: '✗ Forbidden', detail: ['The token lacks the scope forecast:write.'] }],
  });

const code = z
  .strictObject({
    type: z.literal('code'),
    ...baseFields,
    ...codeFields,
    role: roleSchema.optional().meta({ description: 'Colour of the frame.', default: 'dim', examples: ['error'] }),
  })
  .refine(hasOneSource, ONE_SOURCE_MESSAGE)
  .meta({
    description: 'Code in a frame, coloured by its grammar.',
    examples: [{ type: 'code', label: '// params', json: { city: 'Lisbon', days: 3 } }],
  });

const text = z
  .strictObject({
    type: z.literal('text'),
    ...baseFields,
    lines: z
      .array(richTextSchema)
      .min(1)
      .meta({ description: 'The lines.', examples: [['Done in 2 s.']] }),
  })
  .meta({
    description: 'Plain lines of output.',
    examples: [{ type: 'text', lines: ['14 files checked', [{ text: 'Done', role: 'ok', bold: true }, ' in 2 s.']] }],
  });

const rule = z
  .strictObject({ type: z.literal('rule'), ...baseFields })
  .meta({ description: 'A line across the terminal, between two sections.', examples: [{ type: 'rule' }] });

const spinner = z
  .strictObject({
    type: z.literal('spinner'),
    ...baseFields,
    frames: z
      .array(nonEmptyLine)
      .min(1)
      .meta({ description: 'What it turns through; the first is the still picture.', examples: [['◠', '◝', '◞', '◡', '◟', '◜']] }),
    role: roleSchema.meta({ description: 'Colour of the sign and the words.', examples: ['warn'] }),
    text: richTextSchema.meta({ description: 'What is waited for.', examples: ['Waiting for the browser...'] }),
    done: z
      .strictObject({
        ms: z
          .number()
          .int()
          .min(100)
          .max(10_000)
          .default(1200)
          .meta({ description: 'How long it turns before that.', unit: 'milliseconds', examples: [1500] }),
        mark: nonEmptyLine.default('✓').meta({ description: 'The sign that takes its place.', examples: ['✓'] }),
        role: roleSchema.default('ok').meta({ description: 'Colour of that sign.', examples: ['ok'] }),
        text: richTextSchema.meta({ description: 'The words that take the place of `text`.', examples: ['Image built in 41 s'] }),
      })
      .optional()
      .meta({
        description:
          'How the wait ends within the step. Without it the spinner turns until the story goes on, and is the last block of its step.',
        examples: [{ ms: 1500, mark: '✓', role: 'ok', text: 'Image built in 41 s' }],
      }),
  })
  .meta({
    description: 'A wait that turns: until the story goes on, or until it is done.',
    examples: [{ type: 'spinner', frames: ['◠', '◝', '◞', '◡', '◟', '◜'], role: 'warn', text: 'Waiting for the browser...' }],
  });

const table = z
  .strictObject({
    type: z.literal('table'),
    ...baseFields,
    head: z
      .array(singleLine)
      .optional()
      .meta({ description: 'Names of the columns.', examples: [['CITY', 'RAIN']] }),
    rows: z
      .array(z.array(richTextSchema).min(1))
      .min(1)
      .meta({ description: 'The rows, each a list of cells.', examples: [[['Lisbon', '4 mm']]] }),
  })
  .meta({
    description: 'Rows and columns, as wide as their cells; on a narrow screen each row becomes a few lines.',
    examples: [
      {
        type: 'table',
        head: ['SERVICE', 'VERSION', 'STATE'],
        rows: [
          ['web', '1.4.2 → 1.5.0', [{ text: 'changes', role: 'warn' }]],
          ['search', '0.1.0', [{ text: 'new', role: 'ok' }]],
        ],
      },
    ],
  });

const tree = z
  .strictObject({
    type: z.literal('tree'),
    ...baseFields,
    lines: z
      .array(nonEmptyLine)
      .min(1)
      .meta({
        description: 'A line for each entry, two spaces further in than the entry it belongs to.',
        examples: [['src/', '  main.ts']],
      }),
  })
  .superRefine(({ lines }, context) => {
    let depth = -1;
    lines.forEach((each, index) => {
      const spaces = each.length - each.trimStart().length;
      if (spaces % 2 !== 0 || spaces / 2 > depth + 1)
        context.addIssue({
          code: 'custom',
          path: ['lines', index],
          message: 'two spaces further in than the line above, or as far as a line before it',
        });
      depth = Math.floor(spaces / 2);
    });
  })
  .meta({
    description: 'Files and folders, or anything else that branches.',
    examples: [{ type: 'tree', lines: ['my-talk/', '  story.json', '  scenes/', '    terminal.json', '    comparison.json'] }],
  });

const progress = z
  .strictObject({
    type: z.literal('progress'),
    ...baseFields,
    text: richTextSchema.meta({ description: 'The words before the bar.', examples: ['Uploading'] }),
    role: roleSchema.optional().meta({ description: 'Colour of the bar.', default: 'info', examples: ['ok'] }),
    ms: z
      .number()
      .int()
      .min(100)
      .max(10_000)
      .default(1200)
      .meta({ description: 'How long the bar takes to fill.', unit: 'milliseconds', examples: [2000] }),
    done: singleLine.meta({ description: 'What stands behind the full bar.', examples: ['100 %', '3 / 3'] }),
  })
  .meta({ description: 'A bar that fills.', examples: [{ type: 'progress', text: 'Uploading', done: '100 %' }] });

const clear = z
  .strictObject({ type: z.literal('clear'), ...baseFields })
  .meta({ description: 'Clears the terminal. Only as the first block of a step.', examples: [{ type: 'clear' }] });

export const blockSchema = z
  .discriminatedUnion('type', [shell, say, box, list, badge, code, text, table, tree, progress, rule, clear, spinner])
  .meta({ id: 'block', title: 'Blocks', description: 'One thing a step prints in the terminal; its `type` says what.' });

/** One thing a step prints in the terminal, as an author writes it. */
export type BlockSource = z.output<typeof blockSchema>;
