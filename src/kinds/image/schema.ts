import { z } from 'zod';
import { imageFields, imageSchema, pointFields, rectangleFields } from '../../schema/image';
import { focusSchema } from '../../schema/focus';
import { chromeSchema, pageFields, sceneFields, stepFields } from '../../schema/scene';
import { nonEmptyLine, tabSign } from '../../schema/text';

const EXAMPLE_AREA = { x: 926, y: 200, width: 224, height: 400 };

const text = (description: string, example: string) => nonEmptyLine.meta({ description, examples: [example] });

const callout = z
  .strictObject({
    text: text('The words, at the other end of the arrow.', 'Three times as many as in spring'),
    ...pointFields,
    width: rectangleFields.width.optional().meta({ ...rectangleFields.width.meta(), otherwise: 'the arrow points at a point' }),
    height: rectangleFields.height.optional().meta({ ...rectangleFields.height.meta(), otherwise: 'the arrow points at a point' }),
  })
  .refine(({ width, height }) => (width === undefined) === (height === undefined), 'both "width" and "height", or neither')
  .meta({
    id: 'callout',
    title: 'Callout',
    description: 'Words with an arrow to a place in the picture. The build finds room for them beside it.',
    rule: '`width` and `height` both, or neither.',
    examples: [{ text: 'Three times as many as in spring', ...EXAMPLE_AREA }],
  });

const spot = z
  .strictObject({ ...pointFields, text: text('What is there. Read in the transcript and the handout.', 'The busiest day') })
  .meta({ id: 'spot', title: 'Spot', description: 'A number on the picture.', examples: [{ x: 900, y: 210, text: 'The busiest day' }] });

const { src, alt, redact } = imageFields;

const compare = z
  .strictObject({
    src,
    alt,
    redact,
    position: z
      .number()
      .min(0)
      .max(100)
      .default(50)
      .meta({
        description: 'Where the slider stands: the first picture is left of it, this one right of it.',
        unit: 'percent of the width',
        examples: [30],
      }),
    before: text('A label on the first picture.', 'Before')
      .optional()
      .meta({ description: 'A label on the first picture.', otherwise: 'none', examples: ['Before'] }),
    after: text('A label on this picture.', 'After')
      .optional()
      .meta({ description: 'A label on this picture.', otherwise: 'none', examples: ['After'] }),
  })
  .meta({
    id: 'comparePictures',
    title: 'Second picture',
    description: 'A second picture of the same size, and a slider between both.',
    examples: [{ src: 'dashboard-after.svg', alt: 'The same dashboard with limits. Sign-ins stay at 300 a day.', position: 40 }],
  });

const exampleSteps = [
  { title: 'The dashboard', notes: { say: 'This is an ordinary month.', point: 'The line.' } },
  {
    title: 'The peak',
    notes: { say: 'And this is the launch.', point: 'The bars at the right.' },
    focus: { x: 560, y: 190, width: 660, height: 460 },
    callouts: [{ text: 'Three times as many as in spring', ...EXAMPLE_AREA }],
  },
];

const step = z
  .strictObject({
    ...stepFields,
    focus: z
      .union([z.strictObject(rectangleFields), focusSchema])
      .optional()
      .meta({
        description:
          'The part of the picture that the stage moves to. It is seen whole, with a little around it. Or, without moving, what matters ' +
          'at this stop, as at any step: `{ "area": … }` or words, which the key `y` brings out.',
        otherwise: 'the whole picture',
        examples: [EXAMPLE_AREA, { area: EXAMPLE_AREA }],
      }),
    callouts: z
      .array(callout)
      .min(1)
      .max(6)
      .optional()
      .meta({
        description: 'Words with arrows.',
        otherwise: 'none',
        examples: [[{ text: 'Three times as many as in spring', ...EXAMPLE_AREA }]],
      }),
    spots: z
      .array(spot)
      .min(1)
      .max(20)
      .optional()
      .meta({
        description: 'Numbers on the picture, from 1.',
        otherwise: 'none',
        examples: [[{ x: 900, y: 210, text: 'The busiest day' }]],
      }),
    compare: compare.optional().meta({ ...compare.meta(), id: undefined, otherwise: 'the first picture alone' }),
  })
  .meta({ id: 'imageStep', title: 'Step of a picture', description: 'A stop at the picture.', examples: exampleSteps });

export const example = {
  kind: 'image',
  id: 'image',
  title: 'The launch in numbers',
  chrome: 'browser',
  address: 'numbers.example.com/sign-ins',
  image: { src: 'dashboard.svg', alt: 'A dashboard. Sign-ins rise from 200 to 900 a day within twelve weeks.' },
  steps: exampleSteps,
};

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('image'),
    image: imageSchema,
    chrome: chromeSchema.default('none'),
    address: pageFields.address.optional().meta({ ...pageFields.address.meta(), otherwise: 'empty' }),
    tab: text('Title of the browser’s tab, or of the window.', 'Sign-ins · Numbers')
      .optional()
      .meta({ description: 'Title of the browser’s tab, or of the window.', otherwise: 'the address', examples: ['Sign-ins · Numbers'] }),
    icon: tabSign('📈').optional(),
    steps: z
      .array(step)
      .min(1)
      .meta({ description: 'The stops at this picture. Places are in pixels of the picture as it is upright.', examples: [exampleSteps] }),
  })
  .meta({
    description: 'A picture: a screenshot, a photo, a drawing. Steps move to parts of it and point at them.',
    rule: 'The file is beside the scene (an SVG can be written by hand). Places are pixels of the picture, inside it.',
    examples: [example],
  });

export type ImageSceneSource = z.output<typeof schema>;
export type ImageStepSource = ImageSceneSource['steps'][number];
