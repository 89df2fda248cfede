import { z } from 'zod';
import { codeFields } from '../../../schema/code';
import { lineWithTabs } from '../../../schema/text';
import { cell, choice, definePart, flag, icon, parts, styled, tone, words } from './part';
import { rule } from './rules';

const heading = definePart(
  'heading',
  'A heading.',
  { text: 'Retry failed payments', note: '#42' },
  {
    text: styled('The words.', 'Retry failed payments'),
    level: z
      .number()
      .int()
      .min(1)
      .max(3)
      .default(1)
      .meta({ description: 'How large: 1 is the page’s title.', unit: 'none', examples: [2] }),
    note: styled('Lighter words after it.', '#42').optional(),
    icon: icon.optional(),
  },
);

const text = definePart(
  'text',
  'A paragraph.',
  { text: 'Payments fail **silently** when the bank times out. See `pay.ts`.' },
  {
    text: styled('The words, with emphasis, code and links in Markdown.', 'See `pay.ts`.'),
    tone,
    size: choice(['normal', 'small', 'large'], 'How large.', ['As the page.', 'Smaller.', 'Larger.']),
    align: choice(['start', 'center', 'end'], 'Where its lines stand.', ['At the start.', 'In the middle.', 'At the end.']),
    icon: icon.optional(),
  },
);

const list = definePart(
  'list',
  'Entries below each other.',
  { items: ['Retries up to three times', 'Logs each attempt'] },
  {
    items: z
      .array(cell)
      .min(1)
      .meta({ description: 'The entries: words, or parts.', examples: [['Retries', 'Logs']] }),
    marker: choice(['bullet', 'number', 'check', 'none'], 'What stands before each.', [
      'A dot.',
      'Its number.',
      'A check mark.',
      'Nothing; a line between the entries.',
    ]),
  },
);

const table = definePart(
  'table',
  'Rows and columns.',
  {
    head: ['Service', 'p95'],
    rows: [
      ['checkout', '412 ms'],
      ['search', { type: 'badge', text: 'slow', tone: 'warn' }],
    ],
  },
  {
    head: z
      .array(styled('A column’s name.', 'Service'))
      .optional()
      .meta({ description: 'Names of the columns.', examples: [['Service', 'p95']] }),
    rows: z
      .array(z.array(cell).min(1))
      .min(1)
      .meta({ description: 'The rows, each a list of cells: words, or parts.', examples: [[['checkout', '412 ms']]] }),
    numbers: z
      .array(
        z
          .number()
          .int()
          .min(1)
          .meta({ description: 'A column.', unit: 'none', examples: [2] }),
      )
      .optional()
      .meta({
        description: 'Columns of numbers, counted from 1: they stand at the end of their column.',
        otherwise: 'none',
        examples: [[2]],
      }),
  },
);

/** A conversation below a line of code. */
const comments = z
  .array(
    z
      .strictObject({
        line: z
          .number()
          .int()
          .min(1)
          .meta({ description: 'The line, counted from 1.', unit: 'none', examples: [2] }),
        parts: parts('What stands below it.', [{ type: 'comment', by: 'Ann Lee', text: 'Why three?' }]),
      })
      .meta({
        description: 'Parts below a line.',
        examples: [{ line: 2, parts: [{ type: 'comment', by: 'Ann Lee', text: 'Why three?' }] }],
      }),
  )
  .optional()
  .meta({
    description: 'Comments below lines.',
    examples: [[{ line: 2, parts: [{ type: 'comment', by: 'Ann Lee', text: 'Why three?' }] }]],
  });

const code = definePart(
  'code',
  'Code, coloured by its grammar.',
  { label: 'pay.ts', lang: 'ts', text: ['await pay(order);'] },
  { ...codeFields, numbers: flag('Numbers before the lines.'), comments },
).superRefine(rule('code'));

const diff = definePart(
  'diff',
  'Lines that were removed and added.',
  { label: 'src/pay.ts', lang: 'ts', text: ['-await pay(order);', '+await retry(() => pay(order), 3);'] },
  {
    label: words('The file.', 'src/pay.ts').optional(),
    lang: codeFields.lang,
    text: z
      .array(lineWithTabs)
      .min(1)
      .meta({
        description: 'The lines, each after its sign: `+` added, `-` removed, a space for none, `@@` for a place in the file.',
        examples: [['-await pay(order);', '+await retry(() => pay(order), 3);']],
      }),
    comments,
  },
);

export const textParts = [heading, text, list, table, code, diff] as const;
