import { z } from 'zod';
import { rectangleFields } from './image';
import { nonEmptyLine } from './text';

const TARGETS = ['text', 'row', 'part', 'area'] as const;

const EXAMPLE = { row: '200 OK', with: 'zoom' };

const focusTarget = z
  .strictObject({
    text: nonEmptyLine
      .optional()
      .meta({ description: 'Words on screen, as they are there.', otherwise: 'another target', examples: ['200 OK'] }),
    row: nonEmptyLine
      .optional()
      .meta({
        description: 'Words in a row of the terminal, a table, a list or a log: the whole row.',
        otherwise: 'another target',
        examples: ['tests passed'],
      }),
    part: nonEmptyLine
      .optional()
      .meta({ description: 'The `id` of a part of the page.', otherwise: 'another target', examples: ['merge'] }),
    area: z
      .strictObject(rectangleFields)
      .optional()
      .meta({
        description: 'A rectangle of the picture at this stop, in pixels of the picture as it is upright.',
        otherwise: 'another target',
        examples: [{ x: 926, y: 200, width: 224, height: 400 }],
      }),
    nth: z
      .number()
      .int()
      .min(1)
      .max(99)
      .optional()
      .meta({
        description: 'Which one, where the words are on screen more than once.',
        unit: 'none',
        otherwise: 'they are there once',
        examples: [2],
      }),
    with: z
      .enum(['spotlight', 'zoom'])
      .default('spotlight')
      .meta({ description: 'What brings it out.', enumDescriptions: ['Everything else dims.', 'It is shown larger.'], examples: ['zoom'] }),
  })
  .superRefine((focus, context) => {
    const named = TARGETS.filter((each) => focus[each] !== undefined);
    if (named.length !== 1) context.addIssue({ code: 'custom', message: 'exactly one of "text", "row", "part" and "area"' });
    else if (focus.nth !== undefined && named[0] !== 'text' && named[0] !== 'row')
      context.addIssue({ code: 'custom', path: ['nth'], message: '"nth" only with "text" or "row"' });
  })
  .meta({
    id: 'focus',
    title: 'What matters',
    description: 'What the key `y` brings out at this stop.',
    rule: 'Exactly one of `text`, `row`, `part` and `area`, as it is on screen at the stop; `nth` only with `text` or `row`.',
    examples: [EXAMPLE, { text: 'dev@example.com', nth: 2 }, { part: 'merge' }],
  });

/** What matters at a stop: words on screen, or an object that names it. */
export const focusSchema = z.union([nonEmptyLine, focusTarget]);

export type FocusSource = z.output<typeof focusSchema>;

/** The field of a kind whose steps have no `focus` of another meaning. */
export const focusField = focusSchema
  .optional()
  .meta({
    description:
      'What matters at this stop: words on screen, or an object that names a row, a part or an area. The key `y` lights it or zooms to ' +
      'it, the speaker window has a button for it, and autoplay shows it.',
    otherwise: 'the key does nothing',
    examples: ['200 OK', EXAMPLE],
  });
