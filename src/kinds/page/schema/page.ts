import { z } from 'zod';
import { chromeSchema, pageFields, sceneFields, stepFields } from '../../../schema/scene';
import { colourSchema, idSchema, singleLine, tabSign } from '../../../schema/text';
import { parts, words } from './part';
import { partSchema } from './union';

const partName = idSchema.meta({ description: 'The `id` of a part.', examples: ['merge'] });

const look = z
  .strictObject({
    theme: z
      .enum(['light', 'dark'])
      .default('light')
      .meta({
        description: 'Light or dark, whatever the stage is.',
        enumDescriptions: ['Dark words on white.', 'Light words on black.'],
        examples: ['dark'],
      }),
    accent: colourSchema
      .default('#2563eb')
      .meta({ description: 'The page’s own colour: buttons, links, what is chosen.', examples: ['#1f883d'] }),
    brand: colourSchema
      .optional()
      .meta({ description: 'Colour of the bar at the top.', otherwise: 'that of the page', examples: ['#24292f'] }),
    density: z
      .enum(['normal', 'compact'])
      .default('normal')
      .meta({
        description: 'How much space there is.',
        enumDescriptions: ['Room around everything.', 'More fits on the page.'],
        examples: ['compact'],
      }),
    width: z
      .enum(['normal', 'narrow', 'wide', 'full'])
      .default('normal')
      .meta({
        description: 'How wide the content is.',
        enumDescriptions: ['As an article beside a column.', 'As a form.', 'As a board of numbers.', 'From edge to edge.'],
        examples: ['wide'],
      }),
    chrome: chromeSchema.default('browser'),
    tab: words('Title of the browser’s tab, or of the window.', 'Retry failed payments · Forge').optional(),
    icon: tabSign('🐙').optional(),
  })
  .prefault({})
  .meta({ description: 'How the page looks.', otherwise: 'a white page in a browser', examples: [{ accent: '#1f883d', width: 'wide' }] });

const addition = z
  .strictObject({
    in: partName.optional().meta({ description: 'The part whose `parts` grow.', otherwise: 'the page', examples: ['timeline'] }),
    before: partName.optional().meta({ description: 'The part that they stand before.', otherwise: 'at the end', examples: ['merge-box'] }),
    parts: z
      .array(partSchema)
      .min(1)
      .meta({ description: 'What is added.', examples: [[{ type: 'comment', by: 'Ann Lee', text: 'Looks good' }]] }),
  })
  .meta({
    description: 'Parts that a step adds.',
    examples: [{ in: 'timeline', parts: [{ type: 'comment', by: 'Ann Lee', text: 'Looks good' }] }],
  });

const exampleStep = {
  title: 'The build passes',
  notes: { say: 'Green.', point: 'The check.' },
  set: { build: { state: 'ok', note: '48 s' } },
};

const step = z
  .strictObject({
    ...stepFields,
    remove: z
      .array(partName)
      .min(1)
      .optional()
      .meta({ description: 'Parts that go.', otherwise: 'none', examples: [['draft-note']] }),
    add: z
      .array(addition)
      .min(1)
      .optional()
      .meta({ description: 'Parts that come.', otherwise: 'none', examples: [[{ in: 'timeline', parts: [{ type: 'divider' }] }]] }),
    set: z
      .record(idSchema, z.record(z.string(), z.unknown().meta({ description: 'The new value.', examples: ['ok'] })))
      .optional()
      .meta({
        description:
          'Fields that change, by the part’s `id`: what it shows, its state, whether it is open or checked. `null` takes a field away.',
        otherwise: 'none',
        examples: [{ build: { state: 'ok' } }],
      }),
    type: z
      .record(idSchema, singleLine)
      .optional()
      .meta({
        description: 'Words that are typed into fields, by the field’s `id`, in the rhythm of a person.',
        otherwise: 'nothing',
        examples: [{ email: 'ann@example.com' }],
      }),
    scroll: partName
      .optional()
      .meta({ description: 'The part that the page scrolls to.', otherwise: 'as the step before', examples: ['merge-box'] }),
    pointer: partName
      .optional()
      .meta({ description: 'The part that the mouse pointer is on.', otherwise: 'no pointer', examples: ['merge'] }),
    press: z
      .union([
        partName,
        z
          .strictObject({ part: partName, hint: words('Words above it that say where to click.', 'Click here ↓') })
          .meta({ description: 'The button, with a hint.', examples: [{ part: 'merge', hint: 'Click here ↓' }] }),
      ])
      .optional()
      .meta({ description: 'The button that goes on when it is clicked.', otherwise: 'none', examples: ['merge'] }),
  })
  .meta({ id: 'changeStep', title: 'Step of a page', description: 'A stop on a page, and what changes there.', examples: [exampleStep] });

const { address, leave } = pageFields;

const exampleParts = [
  { type: 'nav', brand: 'Forge', icon: 'hexagon', items: ['Code', 'Pull requests'], active: 'Pull requests' },
  { type: 'heading', text: 'Retry failed payments', note: '#42' },
  {
    type: 'columns',
    widths: [2, 1],
    align: 'start',
    parts: [
      {
        type: 'section',
        id: 'timeline',
        parts: [{ type: 'comment', by: 'Ann Lee', when: '2 minutes ago', text: 'Payments fail **silently** when the bank times out.' }],
      },
      {
        type: 'card',
        title: 'Checks',
        parts: [
          { type: 'status', id: 'build', text: 'Build', state: 'running' },
          { type: 'button', id: 'merge', label: 'Merge pull request', look: 'primary', icon: 'git-merge', wide: true },
        ],
      },
    ],
  },
];

export const example = {
  kind: 'page',
  id: 'page',
  title: 'The pull request',
  address: 'forge.example/acme/shop/pull/42',
  look: { accent: '#1f883d', tab: 'Retry failed payments · Forge', icon: '⬡', width: 'wide' },
  parts: exampleParts,
  steps: [
    { title: 'The build runs', notes: { say: 'Ann opened it two minutes ago.', point: 'The check on the right.' } },
    {
      ...exampleStep,
      add: [{ in: 'timeline', parts: [{ type: 'comment', by: 'Review bot', icon: 'bot', badge: 'bot', text: 'No findings.' }] }],
      pointer: 'merge',
      press: 'merge',
    },
  ],
};

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('page'),
    address: address.optional().meta({ ...address.meta(), otherwise: 'empty' }),
    leave,
    look,
    parts: parts('What is on the page at its first step.', exampleParts).min(1),
    steps: z
      .array(step)
      .min(1)
      .meta({ description: 'The stops on this page, and what changes at each.', examples: [[exampleStep]] }),
  })
  .meta({
    description: 'Any web page, made of parts that change from step to step.',
    rule:
      'Steps name parts by `id`, which is unique and on the page at that step; what they change stays changed. `set` names fields ' +
      'of the part; `null` takes one away; it must change something. `type` is for a `field`, or a `chat` with `placeholder`; ' +
      '`press` for a button that is shown and not disabled. `dialog` and `toast` stand in the scene’s own `parts`, or are added ' +
      'without `in`. A dialog that opens later has `"open": false`. `icon` is a name of lucide.dev, an emoji or up to two ' +
      'letters. A `chart` has a value for each label. What is below the window is seen only if a step scrolls to it: 8 to 10 ' +
      'parts below each other fit.',
    examples: [example],
  });

export type PageSource = z.output<typeof schema>;
export type StepSource = PageSource['steps'][number];
