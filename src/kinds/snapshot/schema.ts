import { z } from 'zod';
import { chromeSchema, sceneFields, stepFields } from '../../schema/scene';
import { nonEmptyLine, singleLine, tabSign } from '../../schema/text';

const element = nonEmptyLine.meta({
  description:
    'An element of the page: a CSS selector, also of one in a shadow root, or its words. `css:` or `words:` before it says which of both.',
  examples: ['#pay', 'Pay now'],
});

const elements = (description: string, example: readonly string[]) =>
  z
    .union([
      element,
      z
        .array(element)
        .min(1)
        .max(20)
        .meta({ description: 'Several elements.', examples: [example] }),
    ])
    .transform((value) => (typeof value === 'string' ? [value] : value))
    .optional()
    .meta({ description, otherwise: 'none', examples: [example.length === 1 ? example[0] : example] });

const words = (description: string, example: Readonly<Record<string, string>>) =>
  z
    .record(z.string().min(1), singleLine)
    .optional()
    .meta({ description, otherwise: 'nothing', examples: [example] });

const exampleSteps = [
  {
    title: 'The shop',
    notes: { say: 'This is our shop, as it was on Monday.', point: 'The name at the top.' },
    state: 'home',
    highlight: 'Pay now',
  },
  {
    title: 'A voucher',
    notes: { say: 'I type a voucher.', point: 'The field.' },
    type: { '#voucher': 'SPRING' },
    replace: { '€ 48.00': '€ 43.20' },
    pointer: '#pay',
  },
];

const step = z
  .strictObject({
    ...stepFields,
    state: nonEmptyLine
      .optional()
      .meta({
        description: 'The captured page: the `id` of a state in capture.json.',
        otherwise: 'as the step before',
        examples: ['home'],
      }),
    replace: words('What reads otherwise from this step on: words, or the whole text of an element, and what stands there instead.', {
      '€ 48.00': '€ 43.20',
    }),
    type: words('Words that are typed into fields, in the rhythm of a person.', { '#voucher': 'SPRING' }),
    hide: elements('What is gone from this step on.', ['.cookie-banner']),
    blur: elements('What is made unreadable, at all steps with this state. Its words are not in the published files either.', [
      '#account-number',
    ]),
    scroll: element
      .optional()
      .meta({ description: 'The element that the page scrolls to.', otherwise: 'as the step before', examples: ['#prices'] }),
    highlight: elements('What has a frame around it.', ['Pay now']),
    pointer: element
      .optional()
      .meta({ description: 'The element that the mouse pointer is on.', otherwise: 'no pointer', examples: ['#pay'] }),
  })
  .meta({
    id: 'snapshotStep',
    title: 'Step of a captured page',
    description: 'A stop at a captured page, and what changes there.',
    examples: exampleSteps,
  });

export const example = {
  kind: 'snapshot',
  id: 'shop',
  title: 'The shop',
  capture: 'shop',
  replace: { 'Ana Kovač': 'Ann Lee' },
  steps: exampleSteps,
};

const look = z
  .strictObject({
    theme: z
      .enum(['light', 'dark'])
      .default('light')
      .meta({
        description: 'What a page gets that looks otherwise on a light and a dark screen, whatever the stage is.',
        enumDescriptions: ['As on a light screen.', 'As on a dark screen.'],
        examples: ['dark'],
      }),
    chrome: chromeSchema.default('browser'),
    icon: tabSign('🛒').optional(),
  })
  .prefault({})
  .meta({ description: 'What is around the page.', otherwise: 'a browser', examples: [{ chrome: 'phone' }] });

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('snapshot'),
    capture: nonEmptyLine.meta({
      description: 'A folder beside this file, as `understudy capture` writes it: capture.json, a page for each state, and their pictures.',
      examples: ['shop'],
    }),
    replace: words(
      'Words that must not be seen and what stands in their place, in all that the scene publishes: texts, labels, addresses, styles.',
      { 'Ana Kovač': '{{user}}' },
    ),
    look,
    steps: z
      .array(step)
      .min(1)
      .meta({ description: 'The stops at these pages.', examples: [exampleSteps] }),
  })
  .meta({
    description: 'A real page, captured once: steps point at it, type into it and change its words.',
    rule: 'Only with a folder that `understudy capture` has written; without one, build a page of parts.',
    examples: [example],
  });

export type SnapshotSource = z.output<typeof schema>;
export type SnapshotStepSource = SnapshotSource['steps'][number];
