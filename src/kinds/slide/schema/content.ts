import { z } from 'zod';
import type { InlineText } from '../../../core/inlineText';
import { imageSchema } from '../../../schema/image';
import { codeSchema } from '../../../schema/code';
import { inlineMarkdown } from '../../../schema/markdown';
import { nonEmptyLine } from '../../../schema/text';

export const MARKDOWN_HINT =
  'In all texts of a slide but `section`, the value of a `number` and the text of a `qr`: ' +
  '`**strong**`, `*emphasis*`, `` `code` ``, `~~struck out~~`, `[words](https://…)`.';

const bulletSchema = z.union([
  inlineMarkdown.transform((text) => ({ text, bullets: [] as InlineText[] })),
  z.strictObject({
    text: inlineMarkdown.meta({ description: 'The words of the bullet.', examples: ['It reads the diff'] }),
    bullets: z
      .array(inlineMarkdown)
      .min(1)
      .meta({ description: 'What stands below it; no deeper than this.', examples: [['and the files around it']] }),
  }),
]);

const quoteSchema = z
  .strictObject({
    text: inlineMarkdown.meta({
      description: 'What was said, without quotation marks.',
      examples: ['Simplicity is prerequisite for reliability.'],
    }),
    by: inlineMarkdown.optional().meta({ description: 'Who said it.', otherwise: 'left out', examples: ['Edsger W. Dijkstra'] }),
  })
  .meta({
    id: 'slideQuote',
    title: 'Quote',
    description: 'A quotation.',
    examples: [{ text: 'Simplicity is prerequisite for reliability.', by: 'Edsger W. Dijkstra' }],
  });

const numberSchema = z
  .strictObject({
    value: nonEmptyLine.meta({ description: 'The figure as it is shown, with its unit.', examples: ['98 %', '4.2 s'] }),
    label: inlineMarkdown.meta({ description: 'What it counts.', examples: ['of all reviews are there within two minutes'] }),
  })
  .meta({
    id: 'slideNumber',
    title: 'Figure',
    description: 'A figure to remember.',
    examples: [{ value: '98 %', label: 'of all reviews are there within two minutes' }],
  });

const emptyCell = z.literal('').transform((): InlineText => []);

const tableSchema = z
  .strictObject({
    head: z
      .array(inlineMarkdown)
      .min(1)
      .optional()
      .meta({ description: 'Names of the columns.', otherwise: 'left out', examples: [['Team', 'Before', 'Now']] }),
    rows: z
      .array(z.array(z.union([inlineMarkdown, emptyCell])).min(1))
      .min(1)
      .meta({ description: 'The rows, each a list of cells.', examples: [[['Search', '31 h', '2 min']]] }),
  })
  .superRefine(({ head, rows }, context) => {
    const columns = (head ?? rows[0] ?? []).length;
    rows.forEach((row, index) => {
      if (row.length !== columns)
        context.addIssue({ code: 'custom', path: ['rows', index], message: `${columns} cells, as in the ${head ? 'head' : 'first row'}` });
    });
  })
  .meta({
    id: 'slideTable',
    title: 'Table of a slide',
    description: 'A table with a few rows. Columns of numbers stand at the end of their cells.',
    examples: [{ head: ['Team', 'Before', 'Now'], rows: [['Search', '31 h', '2 min']] }],
  });

/** What a slide or one of its columns shows. */
export const contentFields = {
  image: imageSchema
    .optional()
    .meta({
      description: 'A picture from a file. It takes half of the slide, or all of it if there is nothing but a heading.',
      otherwise: 'left out',
      examples: [{ src: 'dashboard.png', alt: 'The dashboard. Sign-ins rise from 200 to 900 a day.' }],
    }),
  text: z
    .union([inlineMarkdown.transform((text) => [text]), z.array(inlineMarkdown).min(1)])
    .optional()
    .meta({
      description: 'A paragraph, or a list of them.',
      otherwise: 'left out',
      examples: ['It reads what changed and **asks** before it writes.'],
    }),
  bullets: z
    .array(bulletSchema)
    .min(1)
    .optional()
    .meta({
      description: 'The lines of a list; a line may have lines of its own below it.',
      otherwise: 'left out',
      examples: [['It reads the diff', { text: 'It runs the tests', bullets: ['only those near the change'] }]],
    }),
  quote: quoteSchema
    .optional()
    .meta({
      description: 'A quotation.',
      otherwise: 'left out',
      examples: [{ text: 'Simplicity is prerequisite for reliability.', by: 'Edsger W. Dijkstra' }],
    }),
  number: numberSchema
    .optional()
    .meta({ description: 'A big figure.', otherwise: 'left out', examples: [{ value: '98 %', label: 'of all reviews' }] }),
  code: codeSchema
    .optional()
    .meta({ description: 'Code, coloured.', otherwise: 'left out', examples: [{ lang: 'js', text: ['review(diff);'] }] }),
  table: tableSchema
    .optional()
    .meta({ description: 'A table.', otherwise: 'left out', examples: [{ head: ['Team', 'Now'], rows: [['Search', '2 min']] }] }),
};
