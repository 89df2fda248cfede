import { z } from 'zod';
import { inlineMarkdown } from '../../../schema/markdown';
import { sceneFields, stepFields } from '../../../schema/scene';
import { nonEmptyLine } from '../../../schema/text';
import { contentFields, MARKDOWN_HINT } from './content';
import { findContradictions } from './contradictions';
import { qrSchema } from './qr';

const columnSchema = z
  .strictObject({
    heading: inlineMarkdown.optional().meta({ description: 'Above the column.', otherwise: 'left out', examples: ['Before'] }),
    ...contentFields,
  })
  .refine((column) => Object.keys(column).some((field) => field !== 'heading'), 'a column with something below its heading')
  .meta({
    id: 'slideColumn',
    title: 'Column of a slide',
    description: 'One of the columns of a slide, from top to bottom: heading, number, text, bullets, quote, code, table.',
    examples: [{ heading: 'Before', bullets: ['One key for everybody', 'Nobody knows who uses it'] }],
  });

const slideStepSchema = z
  .strictObject({
    ...stepFields,
    show: z
      .number()
      .int()
      .min(0)
      .optional()
      .meta({
        description: 'How many of the slide’s bullets, columns, rows or paragraphs are there at this step.',
        unit: 'parts',
        otherwise: 'all of them at the last step, and one fewer at each step before it',
        examples: [2],
      }),
  })
  .meta({
    id: 'slideStep',
    title: 'Slide step',
    description: 'A stop on a slide. Bullets, columns, rows and paragraphs come one by one if there are several steps.',
    examples: [{ title: 'What the bot sees', notes: { say: 'Three things.', point: 'The first line.' } }],
  });

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('slide'),
    eyebrow: inlineMarkdown
      .optional()
      .meta({ description: 'A short line above the heading.', otherwise: 'left out', examples: ['Part two'] }),
    heading: inlineMarkdown
      .optional()
      .meta({
        description: `The heading of the slide; alone it is a title slide. ${MARKDOWN_HINT}`,
        otherwise: 'left out',
        examples: ['A **bot** reviews my code'],
      }),
    subtitle: inlineMarkdown
      .optional()
      .meta({ description: 'The line below the heading.', otherwise: 'left out', examples: ['What we learned in a year'] }),
    statement: inlineMarkdown
      .optional()
      .meta({
        description: 'One sentence, as large as it fits.',
        otherwise: 'left out',
        examples: ['Code that nobody reads is **not reviewed**.'],
      }),
    ...contentFields,
    columns: z
      .array(columnSchema)
      .min(2)
      .max(3)
      .optional()
      .meta({
        description: 'Two or three columns, each with its own content.',
        otherwise: 'left out',
        examples: [
          [
            { heading: 'Before', bullets: ['A day of waiting'] },
            { heading: 'Now', bullets: ['Two minutes'] },
          ],
        ],
      }),
    section: nonEmptyLine
      .optional()
      .meta({
        description: 'The number of the part of the talk that starts here, with a heading.',
        otherwise: 'left out',
        examples: ['2'],
      }),
    thanks: inlineMarkdown.optional().meta({ description: 'The last words of the talk.', otherwise: 'left out', examples: ['Thank you'] }),
    qr: qrSchema
      .optional()
      .meta({
        description: 'A code that phones open, with the address beside it.',
        otherwise: 'left out',
        examples: [{ href: 'https://example.com/slides', text: 'example.com/slides' }],
      }),
    footer: inlineMarkdown
      .optional()
      .meta({ description: 'Small words at the bottom.', otherwise: 'left out', examples: ['Example Conf 2026'] }),
    steps: z
      .array(slideStepSchema)
      .min(1)
      .meta({
        description: 'The stops on this slide, at least one; each has its own notes.',
        examples: [[{ title: 'What the bot sees', notes: { say: 'Three things.', point: 'The first line.' } }]],
      }),
  })
  .superRefine((slide, context) => {
    for (const { path, expected } of findContradictions(slide)) context.addIssue({ code: 'custom', path: [...path], message: expected });
  })
  .meta({
    description: 'A slide: the layout follows from what is on it, and the size of its type from how much that is.',
    rule:
      'At most one of `statement`, `bullets`, `quote`, `number`, `code`, `table`, `columns`, `section` and `thanks`; `text` ' +
      'beside `bullets`, `code`, `table` or `thanks` only; `image` or `qr` not beside `code`, `table`, `columns`, `section`, ' +
      'nor both. `section` needs `heading`, `thanks` has none. With several steps, bullets, columns, rows or paragraphs come ' +
      'one by one: as many steps as there are of them, or one step. At most 60 words.',
    examples: [
      {
        kind: 'slide',
        id: 'reviews',
        title: 'What the bot does',
        eyebrow: 'Part two',
        heading: 'A **bot** reviews my code',
        bullets: [
          'It reads the diff',
          { text: 'It runs the tests', bullets: ['only those near the change'] },
          'It `asks` before it writes',
        ],
        footer: 'Example Conf 2026',
        steps: [
          { title: 'It reads', notes: { say: 'First it reads.', point: 'The first line.' } },
          { title: 'It runs', notes: { say: 'Then it runs the tests.', point: 'The second line.' } },
          { title: 'It asks', notes: { say: 'And then it asks.', point: 'The last line.' } },
        ],
      },
    ],
  });

export type SlideSource = z.output<typeof schema>;
export type ColumnSource = z.output<typeof columnSchema>;
